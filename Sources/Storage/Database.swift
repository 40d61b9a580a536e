public import Postgres

/// How connections are opened; each thread opens its own.
public struct Database: Sendable {
    let address: String
    private let applicationName: String
    /// Milliseconds to connect, all hosts of the address together.
    public var connectDeadline = 10_000
    /// Milliseconds a statement may take; nil is for ever.
    public var statementDeadline: Int?

    /// The address holds a password; this type shows nothing of it.
    public init(address: String, applicationName: String) {
        self.address = address
        self.applicationName = applicationName
    }

    /// Opens a connection.
    ///
    /// - Throws: `PostgresError`.
    public func connect() throws(PostgresError) -> Connection {
        try Connection(
            to: address, applicationName: applicationName, connectDeadline: connectDeadline,
            statementDeadline: statementDeadline)
    }
}

extension Database: CustomStringConvertible, CustomReflectable {
    /// The same for every database.
    public var description: String { "(a database)" }
    /// Shows no member.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
