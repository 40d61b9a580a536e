extension TextDictionary {
    /// The number of `text`, compared byte by byte; nil where it has none. Cost: one look into the table, as long as every
    /// text stands in it.
    func number(ofKnown text: String) -> Int32? {
        let sought = Array(text.utf8)
        return numberInTable(of: sought) ?? notEntered.first { isEqual(range($0), sought, 0..<sought.count) }
    }
}
