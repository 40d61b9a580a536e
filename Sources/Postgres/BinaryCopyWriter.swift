/// Rows in PostgreSQL's binary `COPY` format, gathered into one buffer.
///
/// Source: PostgreSQL's documentation of `COPY`, "Binary Format": integers are big-endian, each field has a 32-bit length before
/// it, -1 for null, and times count microseconds since 2000-01-01.
public struct BinaryCopyWriter: Sendable {
    /// What has been written and not yet been sent.
    public private(set) var bytes: [UInt8]

    /// Microseconds from 1970-01-01 to 2000-01-01.
    static let epochOffset: Int64 = 946_684_800_000_000

    /// A buffer that begins with the format's header.
    init() {
        bytes = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00] + [UInt8](repeating: 0, count: 8)
    }

    /// Hands over what has been written, and begins anew.
    mutating func takeBytes() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Begins a row of `fieldCount` fields.
    public mutating func beginRow(fieldCount: Int) { append(Int16(fieldCount)) }

    /// Ends the data.
    mutating func finish() { append(Int16(-1)) }

    /// `bigint`.
    public mutating func write(_ value: Int64?) {
        guard let value else { return append(Int32(-1)) }
        append(Int32(8))
        append(value)
    }

    /// `boolean`.
    public mutating func write(_ value: Bool?) {
        guard let value else { return append(Int32(-1)) }
        append(Int32(1))
        bytes.append(value ? 1 : 0)
    }

    /// `double precision`.
    public mutating func write(_ value: Double?) {
        write((value?.bitPattern).map(Int64.init(bitPattern:)))
    }

    /// `timestamptz`, given in microseconds since 1970-01-01T00:00:00Z.
    public mutating func write(microseconds: Int64?) {
        write(microseconds.map { $0 - Self.epochOffset })
    }

    /// `text`.
    public mutating func write(_ value: String?) {
        guard let value else { return append(Int32(-1)) }
        append(Int32(value.utf8.count))
        bytes.append(contentsOf: value.utf8)
    }

    /// `bytea`.
    public mutating func write(bytes value: [UInt8]?) {
        guard let value else { return append(Int32(-1)) }
        append(Int32(value.count))
        bytes.append(contentsOf: value)
    }

    /// `text[]` of one dimension without nulls.
    public mutating func write(_ values: [String]) {
        let header = values.isEmpty ? 12 : 20
        append(Int32(header + values.reduce(0) { $0 + 4 + $1.utf8.count }))
        append(Int32(values.isEmpty ? 0 : 1))
        append(Int32(0))
        append(Self.textType)
        guard !values.isEmpty else { return }
        append(Int32(values.count))
        append(Int32(1))
        for value in values { write(Optional(value)) }
    }

    /// The object identifier of `text`.
    private static let textType: Int32 = 25

    private mutating func append(_ value: some FixedWidthInteger) {
        var shift = value.bitWidth
        while shift > 0 {
            shift -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }
}
