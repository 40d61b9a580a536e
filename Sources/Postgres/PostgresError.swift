/// What PostgreSQL, or the way to it, refused. The description is one line and holds no statement, no value and no secret.
public struct PostgresError: Error, Sendable, CustomStringConvertible {
    /// What kind of refusal it is; what a caller may act on.
    public enum Code: Sendable, Equatable {
        /// The address of the database cannot be read.
        case badAddress
        /// The server cannot be reached, or the connection to it broke.
        case unreachable
        /// The server did not answer in time.
        case timedOut
        /// The server refused a statement, with its SQLSTATE.
        case refused(sqlState: String)
        /// An answer had another shape than the statement asks for.
        case unexpectedAnswer
    }

    /// The kind of refusal.
    public let code: Code
    /// The server's or libpq's own words, on one line.
    public let message: String
    /// Name of the statement, as its leading comment gives it.
    public let statement: String?

    init(_ code: Code, _ message: String, statement: String? = nil) {
        self.code = code
        self.message = message.split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " || $0 == "\t" })
        }.joined(separator: "; ")
        self.statement = statement
    }

    /// The SQLSTATE where the server refused a statement.
    public var sqlState: String? {
        if case .refused(let state) = code { state } else { nil }
    }

    /// What happened, in one line.
    public var description: String {
        statement.map { "\(message) (in \($0))" } ?? message
    }
}
