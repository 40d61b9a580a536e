private import CPostgres

/// The rows of a finished statement, freed when they go out of scope.
public struct Rows: ~Copyable {
    private let result: ResultOwner
    private let statement: String?

    init(_ result: consuming ResultOwner, statement: String?) {
        self.result = result
        self.statement = statement
    }

    /// Number of rows.
    public var count: Int { Int(unsafe PQntuples(result.handle)) }

    /// Number of rows that an `INSERT`, `UPDATE` or `DELETE` touched.
    public var affectedCount: Int {
        unsafe PQcmdTuples(result.handle).flatMap { Int(unsafe String(cString: $0)) } ?? 0
    }

    /// The server's word for what it did: `COMMIT`, `INSERT 0 1`.
    var command: String {
        unsafe PQcmdStatus(result.handle).map { unsafe String(cString: $0) } ?? ""
    }

    /// The text of a field; nil where it is null.
    public func text(_ row: Int, _ column: Int) -> String? {
        guard row >= 0, row < count, column >= 0, column < Int(unsafe PQnfields(result.handle)),
            unsafe PQgetisnull(result.handle, Int32(row), Int32(column)) == 0
        else { return nil }
        return unsafe PQgetvalue(result.handle, Int32(row), Int32(column)).map { unsafe String(cString: $0) }
    }

    /// A whole number; nil where the field is null.
    public func integer(_ row: Int, _ column: Int) throws(PostgresError) -> Int64? {
        try parsed(row, column) { Int64($0) }
    }

    /// A double; nil where the field is null.
    public func double(_ row: Int, _ column: Int) throws(PostgresError) -> Double? {
        try parsed(row, column) { Double($0) }
    }

    /// A truth value; nil where the field is null.
    public func boolean(_ row: Int, _ column: Int) throws(PostgresError) -> Bool? {
        try parsed(row, column) { $0 == "t" ? true : $0 == "f" ? false : nil }
    }

    private func parsed<T>(_ row: Int, _ column: Int, _ parse: (String) -> T?) throws(PostgresError) -> T? {
        guard let text = text(row, column) else { return nil }
        guard let value = parse(text) else {
            throw PostgresError(
                .unexpectedAnswer, "column \(column + 1) of an answer is no \(T.self)", statement: statement)
        }
        return value
    }
}
