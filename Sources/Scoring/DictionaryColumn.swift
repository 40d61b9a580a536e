/// A column of optional strings that come again and again: each row holds its text's number in a dictionary, four bytes.
public struct DictionaryColumn: Sendable {
    /// The texts.
    public private(set) var dictionary: TextDictionary
    /// Of each row, its text's number in ``dictionary``; -1 where it is null.
    public private(set) var numbers: [Int32] = []
    /// The last rows, which have no numbers yet.
    private var pending = TextColumn()

    private static let batch = 64

    /// An empty column that takes its numbers from `dictionary`.
    public init(_ dictionary: TextDictionary = TextDictionary()) {
        self.dictionary = dictionary
    }

    /// Of rows that have these numbers in `dictionary`.
    init(_ dictionary: TextDictionary, numbers: [Int32]) {
        self.dictionary = dictionary
        self.numbers = numbers
    }

    /// Makes room for so many rows.
    mutating func reserve(_ count: Int) { numbers.reserveCapacity(count) }

    /// Adds a row.
    public mutating func append(_ text: String?) {
        numbers.append(text.map { dictionary.number(of: $0) } ?? -1)
    }

    /// Adds a row whose text `write` appends to the bytes that it is given; null where it returns false. Call ``settle()``
    /// after the last.
    public mutating func append(_ write: (inout [UInt8]) throws -> Bool) rethrows {
        try pending.append(write)
        if pending.count == Self.batch { settle() }
    }

    /// Gives their numbers to the rows that have none yet.
    public mutating func settle() {
        numbers.append(contentsOf: dictionary.numbers(of: pending))
        pending.removeAll()
    }

    /// Adds some rows of `other`, whose texts have the same numbers.
    mutating func append(_ rows: Range<Int>, of other: DictionaryColumn) {
        numbers.append(contentsOf: other.numbers[rows])
    }

    /// The row's text, nil where it is null.
    public subscript(row: Int) -> String? {
        numbers[row] < 0 ? nil : dictionary[numbers[row]]
    }

    /// Whether the text of one row comes before that of another, bytewise. Neither is null.
    func isOrdered(_ left: Int, before right: Int) -> Bool {
        dictionary.isOrdered(numbers[left], before: numbers[right])
    }
}
