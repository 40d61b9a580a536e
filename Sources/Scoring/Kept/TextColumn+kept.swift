extension TextColumn {
    /// The rows from `first` on.
    func write(from first: Int = 0, to writer: inout ColumnWriter) throws {
        try writer.write((first..<count).lazy.map { UInt32(range($0).count) })
        var absent = BitColumn()
        for row in first..<count { absent.append(isNull(row)) }
        try absent.write(to: &writer)
        try writer.write(bytes: bytes[(first == 0 ? 0 : range(first - 1).upperBound)...])
    }

    init(from reader: inout ColumnReader) throws {
        var end = 0
        let ends = try reader.numbers { (length: UInt32) in
            end += Int(length)
            return end
        }
        let absent = try BitColumn(ends.count, from: &reader)
        self.init(bytes: try reader.bytes(end), ends: ends, absent: absent)
        guard isText else { throw ColumnsDamaged() }
    }

    /// Whether each row by itself is UTF-8: all together are, and none begins within a character.
    private var isText: Bool {
        guard (try? UTF8Span(validating: bytes.span)) != nil else { return false }
        let bytes = bytes.span
        return (0..<count).allSatisfy { row in
            let end = range(row).upperBound
            return end == bytes.count || bytes[end] & 0xc0 != 0x80
        }
    }
}
