/// A column of truth values, a bit a row.
struct BitColumn: Sendable {
    private(set) var words: [UInt64] = []
    /// Number of rows.
    private(set) var count = 0

    /// Without rows.
    init() {}

    /// Of `count` rows, in as many `words` as they need.
    init(words: [UInt64], count: Int) {
        self.words = words
        self.count = count
    }

    /// Adds a row.
    mutating func append(_ value: Bool) {
        if count.isMultiple(of: UInt64.bitWidth) { words.append(0) }
        count += 1
        if value { self[count - 1] = true }
    }

    subscript(row: Int) -> Bool {
        get { words[row / UInt64.bitWidth] >> UInt64(row % UInt64.bitWidth) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << UInt64(row % UInt64.bitWidth)
            if newValue { words[row / UInt64.bitWidth] |= bit } else { words[row / UInt64.bitWidth] &= ~bit }
        }
    }
}
