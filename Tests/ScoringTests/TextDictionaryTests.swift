import Sample
import Scoring
import Testing

struct TextDictionaryTests {
    /// Texts with equal beginnings, of all lengths, some of them again and again.
    private static func texts(_ count: Int, distinct: Int, _ random: inout SplitMix64) -> [String?] {
        let long = String(repeating: "x", count: 300)
        let beginnings = ["", "a", "aa", "https://example.test/reel/", long, "é", "🎈", "\0"]
        return (0..<count).map { _ in
            if random.next() % 20 == 0 { return nil }
            let number = Int(random.next() % UInt64(distinct))
            return number == 0 ? "" : random.pick(beginnings) + (number % 3 == 0 ? "" : "\(number)")
        }
    }

    /// Numbers given out in the order in which texts come.
    private static func expected(_ texts: [String?]) -> [Int32] {
        var known: [[UInt8]: Int32] = [:]
        return texts.map { text in
            guard let text else { return -1 }
            let next = Int32(known.count)
            return known[Array(text.utf8), default: next].also { known[Array(text.utf8)] = $0 }
        }
    }

    @Test("each text has one number, in the order in which they came", arguments: 0..<40)
    func numbers(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let distinct = random.pick([1, 2, 17, 200, 4_000])
        var texts = Self.texts(3_000, distinct: distinct, &random)
        // The rows of a reel come together, and reels in the order of their names: for a while, or to the end.
        let sorted = random.pick([0, 1, 1_000, 3_000])
        texts[..<sorted].sort { Array(($0 ?? "").utf8).lexicographicallyPrecedes(Array(($1 ?? "").utf8)) }
        var dictionary = TextDictionary()
        let isBytes = random.pick([true, false])
        let numbers = texts.map { text -> Int32 in
            if !isBytes, let text { return dictionary.number(of: text) }
            return dictionary.number { bytes in
                bytes += (text ?? "").utf8
                return text != nil
            } ?? -1
        }
        #expect(numbers == Self.expected(texts))
        #expect(dictionary.count == Int(numbers.max() ?? -1) + 1)
        for (text, number) in zip(texts, numbers) where number >= 0 { #expect(dictionary[number] == text) }
    }

    @Test("a copy goes its own way")
    func copies() {
        var one = TextDictionary()
        _ = one.number(of: "b")
        var other = one
        #expect(one.number(of: "a") == 1 && other.number(of: "c") == 1 && other.number(of: "a") == 2)
        #expect(one[1] == "a" && other[1] == "c" && one.number(of: "b") == 0 && other.number(of: "b") == 0)
    }

    @Test("a column gives the same numbers, whatever the size of what comes at once", arguments: 0..<40)
    func column(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let count = random.pick([0, 1, 63, 64, 65, 128, 1_000])
        let texts = Self.texts(count, distinct: random.pick([2, 40, 900]), &random)
        var column = DictionaryColumn()
        for text in texts {
            column.append { bytes in
                bytes += (text ?? "").utf8
                return text != nil
            }
            // Now and then the last rows are asked for at once.
            if random.next() % 100 == 0 { column.settle() }
        }
        column.settle()
        #expect(column.numbers == Self.expected(texts))
        #expect(column.numbers.indices.map { column[$0] } == texts)
        var next = DictionaryColumn(column.dictionary)
        for text in texts.reversed() { next.append(text) }
        #expect(next.numbers == column.numbers.reversed())
    }

    @Test("a row whose text cannot be had adds nothing")
    func failing() {
        struct Failure: Error {}
        var column = DictionaryColumn()
        column.append("a")
        #expect(throws: Failure.self) {
            try column.append { bytes in
                bytes += "half".utf8
                throw Failure()
            }
        }
        column.append { bytes in
            bytes += "b".utf8
            return true
        }
        column.settle()
        #expect(column.numbers == [0, 1] && column[1] == "b" && column.dictionary.count == 2)
    }
}

extension Int32 {
    fileprivate func also(_ body: (Int32) -> Void) -> Int32 {
        body(self)
        return self
    }
}
