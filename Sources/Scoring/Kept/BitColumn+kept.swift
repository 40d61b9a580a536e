extension BitColumn {
    func write(to writer: inout ColumnWriter) throws {
        try writer.write(words)
    }

    /// Of `count` rows.
    init(_ count: Int, from reader: inout ColumnReader) throws {
        let words = try reader.numbers(UInt64.self)
        guard words.count == (count + UInt64.bitWidth - 1) / UInt64.bitWidth else { throw ColumnsDamaged() }
        self.init(words: words, count: count)
    }
}
