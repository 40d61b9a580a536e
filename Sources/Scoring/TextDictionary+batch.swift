extension TextDictionary {
    /// The number of each of `texts`, new where it has none; -1 where it is null.
    ///
    /// A text is looked for in three places that lie far apart in memory. Looking for all texts in one place before going to the
    /// next lets the processor fetch many at once, where one text after the other would wait for each.
    mutating func numbers(of texts: TextColumn) -> [Int32] {
        index()
        let hashes = (0..<texts.count).map { hash(texts.bytes, texts.range($0)) }
        let candidates = hashes.map { candidate(for: $0) }
        let places = candidates.map { $0.map(range) }
        return (0..<texts.count).map { row in
            guard !texts.isNull(row) else { return -1 }
            let text = texts.range(row)
            if let number = candidates[row], let place = places[row], isEqual(place, texts.bytes, text) {
                return number
            }
            return number(of: texts.bytes[text])
        }
    }
}
