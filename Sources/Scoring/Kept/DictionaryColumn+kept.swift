extension DictionaryColumn {
    /// The texts from the number `first` on, and the rows.
    func write(from first: Int = 0, to writer: inout ColumnWriter) throws {
        try dictionary.write(from: first, to: &writer)
        try writer.write(numbers)
    }

    /// The numbers go on after those of `dictionary`.
    init(_ dictionary: TextDictionary = TextDictionary(), isNullable: Bool, from reader: inout ColumnReader) throws {
        var dictionary = dictionary
        try dictionary.add(from: &reader)
        let numbers = Int32(isNullable ? -1 : 0)..<Int32(dictionary.count)
        self.init(
            dictionary,
            numbers: try reader.numbers { (number: Int32) in
                guard numbers.contains(number) else { throw ColumnsDamaged() }
                return number
            })
    }
}
