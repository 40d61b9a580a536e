extension TextDictionary {
    /// The texts from the number `first` on.
    func write(from first: Int = 0, to writer: inout ColumnWriter) throws {
        try texts.write(from: first, to: &writer)
    }

    init(from reader: inout ColumnReader) throws {
        self.init()
        try add(from: &reader)
    }

    /// Gives the next numbers to texts that have none yet.
    mutating func add(from reader: inout ColumnReader) throws {
        let more = try TextColumn(from: &reader)
        guard !(0..<more.count).contains(where: more.isNull), count + more.count <= Int32.max else {
            throw ColumnsDamaged()
        }
        if more.count > 0 { add(more) }
    }
}
