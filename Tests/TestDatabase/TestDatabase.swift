public import Postgres
public import Storage
import System

/// A real PostgreSQL for tests, and in it a schema for each test, so that tests run beside each other.
///
/// `scripts/with-test-database` provides the server. Whoever names another with `SHORTPULSE_TEST_DATABASE_URL` must name one of
/// this machine: tests make and drop schemas there.
public struct TestDatabase: Sendable {
    /// How to connect.
    public let database: Database
    /// Migrated, empty, and nobody else's.
    public let schema: Schema

    /// Runs `body` with a schema of its own, which is dropped afterwards.
    public static func with<R>(migrated: Bool = true, _ body: (TestDatabase) throws -> R) throws -> R {
        let database = Database(address: try address(), applicationName: "shortpulse-tests")
        guard let schema = Schema("t" + Hexadecimal.text(SecureRandom.bytes(8))) else { throw NoTestDatabase() }
        let name = schema.name
        let connection = try database.connect()
        guard try isLocal(connection) else { throw NoTestDatabase() }
        if migrated { _ = try Migrator(schema: schema).migrate(connection) }
        defer {
            // A test's own failure is the one to tell; the server is thrown away afterwards.
            _ = try? connection.executeScript("DROP SCHEMA IF EXISTS \(name: name) CASCADE")
        }
        return try body(TestDatabase(database: database, schema: schema))
    }

    /// Whether the server is of this machine, as it says itself: an address has many ways to name another.
    private static func isLocal(_ connection: borrowing Connection) throws -> Bool {
        let place = try connection.execute(
            """
            SELECT inet_server_addr() IS NULL OR inet_server_addr() <<= '127.0.0.0/8' OR inet_server_addr() = '::1'
            """)
        return try place.boolean(0, 0) == true
    }

    /// A connection of the test's own.
    public func connect() throws -> Connection { try database.connect() }

    /// A connection all of whose statements are those of `role`, which the owner is a member of.
    public func connect(as role: String) throws -> Connection {
        let address = try Self.address()
        let option = "options=-c%20role%3D\(role)"
        return try Database(
            address: address + (address.contains("?") ? "&" : "?") + option, applicationName: "shortpulse-tests"
        ).connect()
    }

    private static func address() throws -> String {
        guard let address = Environment.value("SHORTPULSE_TEST_DATABASE_URL") else { throw NoTestDatabase() }
        return address
    }

    /// The schema's quoted name, for statements of a test's own.
    public var name: String { "\"\(schema.name)\"" }
}

/// There is no server to test with.
struct NoTestDatabase: Error, CustomStringConvertible {
    let description = """
        SHORTPULSE_TEST_DATABASE_URL must name a PostgreSQL of this machine: run the tests by make test, which provides one
        """
}
