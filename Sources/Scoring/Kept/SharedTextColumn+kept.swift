extension SharedTextColumn {
    /// All rows, as a ``TextColumn`` is written.
    func write(to writer: inout ColumnWriter) throws {
        try writer.write((0..<count).lazy.map { UInt32(utf8($0).count) })
        var absent = BitColumn()
        for row in 0..<count { absent.append(isNull(row)) }
        try absent.write(to: &writer)
        for row in 0..<count { try writer.write(bytes: utf8(row)) }
    }

    init(from reader: inout ColumnReader) throws {
        self.init(try TextColumn(from: &reader))
    }
}
