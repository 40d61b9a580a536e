/// Texts, each kept once and numbered from 0 in the order in which they came: what is known in databases as dictionary encoding.
/// A text takes 8 bytes and 11 to 21 more beside its own.
public struct TextDictionary: Sendable {
    private(set) var texts = TextColumn()
    /// Open addressing: at a place that its hash tells, or the next free one, a text's number below half of its hash, so that
    /// most other texts are told apart without looking at them.
    private var slots = [UInt64](repeating: noText, count: 16)
    /// So many texts stand in ``slots``. As long as each text came after the one before it, a later one cannot be known: then
    /// they are entered all at once, when one is looked for.
    private var indexed = 0
    private var isAscending = true
    /// The number that was given last: rows in the order of a text name it again and again.
    private var latest: Int32 = empty
    /// What is looked for: kept, so that nothing is allocated for it.
    private var sought: [UInt8] = []
    /// No two processes spread texts alike, so that nobody can choose names that all meet in one place.
    private let seed = UInt64.random(in: .min ... .max)

    private static let empty: Int32 = -1
    private static let noText = UInt64.max

    /// Without texts.
    public init() {}

    /// Number of texts.
    public var count: Int { texts.count }

    /// Bytes of all texts.
    public var byteCount: Int { texts.byteCount }

    /// Makes room for so many short texts.
    mutating func reserve(_ count: Int) { texts.reserve(count, bytesEach: 16) }

    /// The text of a number that was given out.
    public subscript(number: Int32) -> String { texts[Int(number)] ?? "" }

    /// Whether one text comes before another, bytewise.
    func isOrdered(_ left: Int32, before right: Int32) -> Bool {
        let (left, right) = (texts.range(Int(left)), texts.range(Int(right)))
        let bytes = texts.bytes.span
        for offset in 0..<min(left.count, right.count) {
            let (mine, theirs) = (bytes[left.lowerBound + offset], bytes[right.lowerBound + offset])
            if mine != theirs { return mine < theirs }
        }
        return left.count < right.count
    }

    /// The number of `text`; nil where it has none. Every text is looked at: for a single question.
    func number(named text: String) -> Int32? {
        let sought = Array(text.utf8)
        return (0..<Int32(count)).first { isEqual(texts.range(Int($0)), sought, sought.indices) }
    }

    /// The number of `text`, new where it has none.
    public mutating func number(of text: String) -> Int32 {
        sought.removeAll(keepingCapacity: true)
        sought.append(contentsOf: text.utf8)
        return numberOfSought()
    }

    /// The number of the text that `write` appends to the bytes that it is given, new where it has none; nil where it
    /// returns false, for null.
    public mutating func number(_ write: (inout [UInt8]) throws -> Bool) rethrows -> Int32? {
        sought.removeAll(keepingCapacity: true)
        return try write(&sought) ? numberOfSought() : nil
    }

    /// The number of the text in `bytes`, new where it has none.
    mutating func number(of bytes: ArraySlice<UInt8>) -> Int32 {
        sought.removeAll(keepingCapacity: true)
        sought.append(contentsOf: bytes)
        return numberOfSought()
    }

    /// What most likely is the number of the text with `hash`, if it has one.
    func candidate(for hash: UInt64) -> Int32? {
        var place = place(of: hash)
        while slots[place] != Self.noText {
            if slots[place] >> 32 == hash >> 32 { return Int32(Self.number(in: slots[place])) }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The number of the text in `bytes`, if it stands in the table.
    func numberInTable(of bytes: [UInt8]) -> Int32? {
        let hash = hash(bytes, 0..<bytes.count)
        var place = place(of: hash)
        while slots[place] != Self.noText {
            let number = Int32(Self.number(in: slots[place]))
            if slots[place] >> 32 == hash >> 32, isEqual(range(number), bytes, 0..<bytes.count) { return number }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The numbers of the texts that do not stand in the table yet.
    var notEntered: Range<Int32> { Int32(indexed)..<Int32(count) }

    /// Where the bytes of a text are.
    func range(_ number: Int32) -> Range<Int> { texts.range(Int(number)) }

    /// Whether the bytes in `range` are those of `other` in `text`.
    func isEqual(_ range: Range<Int>, _ other: [UInt8], _ text: Range<Int>) -> Bool {
        guard range.count == text.count else { return false }
        let (bytes, other) = (texts.bytes.span, other.span)
        for offset in 0..<text.count where bytes[range.lowerBound + offset] != other[text.lowerBound + offset] {
            return false
        }
        return true
    }

    private mutating func numberOfSought() -> Int32 {
        guard latest != Self.empty else { return add() }
        let comparison = order(ofSoughtAfter: Int(latest))
        if comparison == 0 { return latest }
        if comparison > 0, isAscending, Int(latest) == count - 1 { return add() }
        index()
        let hash = self.hash(sought, 0..<sought.count)
        var place = self.place(of: hash)
        while slots[place] != Self.noText {
            let slot = slots[place]
            if slot >> 32 == hash >> 32, order(ofSoughtAfter: Self.number(in: slot)) == 0 {
                latest = Int32(Self.number(in: slot))
                return latest
            }
            place = (place + 1) & (slots.count - 1)
        }
        isAscending = false
        slots[place] = Self.slot(hash, number: count)
        indexed += 1
        return add()
    }

    /// Adds at least one text, none of which has a number.
    mutating func add(_ more: TextColumn) {
        texts.append(0..<more.count, of: more)
        latest = Int32(count - 1)
        isAscending = false
        index()
    }

    private mutating func add() -> Int32 {
        texts.append(sought)
        latest = Int32(count - 1)
        return latest
    }

    /// Enters what does not stand in ``slots``, and keeps a quarter of them free.
    mutating func index() {
        var size = slots.count
        while (count + 1) * 4 > size * 3 { size *= 2 }
        if size > slots.count {
            slots = [UInt64](repeating: Self.noText, count: size)
            indexed = 0
        }
        for number in indexed..<count {
            let hash = self.hash(texts.bytes, texts.range(number))
            var place = self.place(of: hash)
            while slots[place] != Self.noText { place = (place + 1) & (slots.count - 1) }
            slots[place] = Self.slot(hash, number: number)
        }
        indexed = count
    }

    private static func slot(_ hash: UInt64, number: Int) -> UInt64 {
        hash & 0xffff_ffff_0000_0000 | UInt64(truncatingIfNeeded: number)
    }

    private static func number(in slot: UInt64) -> Int { Int(truncatingIfNeeded: slot & 0xffff_ffff) }

    /// The low half chooses the place, the high half is kept.
    private func place(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

    /// FNV-1a from a secret start, with its bits mixed.
    func hash(_ bytes: [UInt8], _ text: Range<Int>) -> UInt64 {
        let bytes = bytes.span
        var hash = seed
        for index in text { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        hash = (hash ^ hash >> 32) &* 0x9e37_79b9_7f4a_7c15
        return hash ^ hash >> 29
    }

    /// Negative, 0 or positive, as the text that is looked for comes before that of `number`, is it, or comes after it, bytewise.
    private func order(ofSoughtAfter number: Int) -> Int {
        let range = texts.range(number)
        let (bytes, other) = (texts.bytes.span, sought.span)
        for offset in 0..<min(range.count, other.count) {
            let (mine, theirs) = (bytes[range.lowerBound + offset], other[offset])
            if mine != theirs { return mine < theirs ? 1 : -1 }
        }
        return other.count - range.count
    }
}
