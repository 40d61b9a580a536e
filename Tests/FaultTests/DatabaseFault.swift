import Postgres
import RunningStack
import System
import Trials

/// Something that befalls PostgreSQL.
enum DatabaseFault: String, CaseIterable, Sendable {
    case stopped, restarted, readOnly, fullOfConnections, locked, fullDisk

    /// Brings it about, and gives what mends it.
    func befall(_ database: PrivateDatabase) throws -> () throws -> Void {
        switch self {
        case .stopped:
            try database.stop()
            return database.start
        case .restarted:
            try database.restart()
            return {}
        case .readOnly:
            try database.restart(with: ["default_transaction_read_only": "on"])
            return { try database.restart() }
        case .fullOfConnections:
            let limits = ["max_connections": "6", "superuser_reserved_connections": "1", "max_wal_senders": "0"]
            try database.restart(with: limits)
            let held = try ConnectionsHeld(of: database)
            return { held.release() }
        case .locked:
            let lock = try TableLock("shortpulse.ingestion_runs", in: database)
            return { lock.release() }
        case .fullDisk:
            let ballast = try Ballast(in: database)
            return { try ballast.remove() }
        }
    }

    /// How an import ends meanwhile; nil where it waits, or nothing hinders it.
    var refusal: (code: Int32, word: String)? {
        switch self {
        case .stopped: (69, "connection")
        case .restarted, .locked: nil
        case .readOnly: (1, "read-only")
        case .fullOfConnections: (69, "connection")
        case .fullDisk: (1, "No space left")
        }
    }

    /// Whether the site can still ask the database something.
    var isReachable: Bool { self != .stopped && self != .fullOfConnections }
}

/// As many connections as a server takes.
private final class ConnectionsHeld: Sendable {
    private final class Holder: Sendable {
        let connection: Lock<Connection?>

        init(_ database: PrivateDatabase) throws {
            connection = Lock(try Connection(to: database.address, applicationName: "shortpulse-tests"))
        }
    }

    private let holders: Lock<[Holder]>

    init(of database: PrivateDatabase) throws {
        var holders: [Holder] = []
        // It refuses the next one.
        while let holder = try? Holder(database) { holders.append(holder) }
        self.holders = Lock(holders)
    }

    func release() { holders.withLock { $0 = [] } }
}

/// A table that nobody else may even read.
private final class TableLock: Sendable {
    private let connection: Lock<Connection?>

    init(_ table: String, in database: PrivateDatabase) throws {
        let connection = try Connection(to: database.address, applicationName: "shortpulse-tests")
        try connection.executeScript(Query(unescaped: "BEGIN; LOCK TABLE \(table) IN ACCESS EXCLUSIVE MODE"))
        self.connection = Lock(connection)
    }

    func release() { connection.withLock { $0 = nil } }
}

/// A file that takes all the room there is.
private struct Ballast {
    private let path: String

    init(in database: PrivateDatabase) throws {
        // The socket's folder is two below the state's.
        path = database.folder.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/ballast"
        _ = try Program.run("dd", ["if=/dev/zero", "of=\(path)", "bs=4k"])
    }

    func remove() throws { _ = try Program.run("rm", ["-f", path]) }
}
