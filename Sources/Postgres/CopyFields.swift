/// Reads the fields of one row of PostgreSQL's binary `COPY` format from left to right.
///
/// The row's bytes are handed in at every call, since they live only as long as libpq's buffer.
public struct CopyFields: Sendable {
    private var position: Int
    private let statement: String?

    init(at position: Int, statement: String?) {
        self.position = position
        self.statement = statement
    }

    /// The next field as `bigint`.
    public mutating func integer(_ row: Span<UInt8>) throws(PostgresError) -> Int64? {
        guard let length = try length(row, of: 8) else { return nil }
        return try bigEndian(row, bytes: length)
    }

    /// The next field as `boolean`.
    public mutating func boolean(_ row: Span<UInt8>) throws(PostgresError) -> Bool? {
        guard let length = try length(row, of: 1) else { return nil }
        return try bigEndian(row, bytes: length) != 0
    }

    /// The next field as `double precision`.
    public mutating func double(_ row: Span<UInt8>) throws(PostgresError) -> Double? {
        try integer(row).map { Double(bitPattern: UInt64(bitPattern: $0)) }
    }

    /// The next field as `timestamptz`, in microseconds since 1970-01-01T00:00:00Z.
    public mutating func microseconds(_ row: Span<UInt8>) throws(PostgresError) -> Int64? {
        try integer(row).map { $0 + BinaryCopyWriter.epochOffset }
    }

    /// The next field as `text`.
    public mutating func text(_ row: Span<UInt8>) throws(PostgresError) -> String? {
        guard let length = try length(row, of: nil) else { return nil }
        let bytes = row.extracting(position..<position + length)
        position += length
        return unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// Appends the bytes of the next field, a `text`; false where it is null.
    public mutating func text(_ row: Span<UInt8>, appendingTo target: inout [UInt8]) throws(PostgresError) -> Bool {
        guard let length = try length(row, of: nil) else { return false }
        let bytes = row.extracting(position..<position + length)
        position += length
        unsafe bytes.withUnsafeBufferPointer { unsafe target.append(contentsOf: $0) }
        return true
    }

    /// The length of the next field; nil where it is null.
    private mutating func length(_ row: Span<UInt8>, of expected: Int?) throws(PostgresError) -> Int? {
        let length = Int(Int32(truncatingIfNeeded: try bigEndian(row, bytes: 4)))
        guard length >= 0 else { return nil }
        guard position + length <= row.count, expected == nil || length == expected else { throw malformed }
        return length
    }

    private mutating func bigEndian(_ row: Span<UInt8>, bytes: Int) throws(PostgresError) -> Int64 {
        guard position + bytes <= row.count else { throw malformed }
        defer { position += bytes }
        switch bytes {
        case 8: return Int64(bigEndian: unsafe row.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: Int64.self))
        case 4:
            let word = unsafe row.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
            return Int64(UInt32(bigEndian: word))
        default: return Int64(row[position])
        }
    }

    /// A field that is never null.
    @inlinable
    public func required<Value>(_ value: Value?) throws(PostgresError) -> Value {
        guard let value else { throw missing }
        return value
    }

    @usableFromInline
    var missing: PostgresError {
        PostgresError(
            .unexpectedAnswer, "a column that is never null is null, or holds another word than ours",
            statement: statement)
    }

    private var malformed: PostgresError {
        PostgresError(
            .unexpectedAnswer, "a row of COPY has another shape than the statement asks for", statement: statement)
    }
}
