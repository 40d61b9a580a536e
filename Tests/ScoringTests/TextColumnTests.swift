import Sample
import Scoring
import Testing

struct TextColumnTests {
    @Test("texts come back as they were, null apart from empty", arguments: 0..<20)
    func roundTrip(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let texts = (0..<random.pick([0, 1, 63, 64, 65, 500])).map { number -> String? in
            random.pick([nil, "", "é", "🎈\(number)", String(repeating: "long", count: number)])
        }
        var column = TextColumn()
        for text in texts { column.append(text) }
        #expect(column.count == texts.count)
        #expect((0..<column.count).map { column[$0] } == texts)
        #expect((0..<column.count).allSatisfy { Array(column.utf8($0)) == Array((texts[$0] ?? "").utf8) })
        #expect(column.byteCount == texts.reduce(0) { $0 + ($1 ?? "").utf8.count })
    }
}
