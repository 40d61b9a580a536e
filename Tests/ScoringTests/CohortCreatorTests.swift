import Reels
import Sample
import Scoring
import Testing

struct CohortCreatorTests {
    private static let names: [String?] = [
        nil, "", "a", "b", "A", "e\u{301}", "\u{E9}", "a ", "longer than a few bytes",
    ]

    @Test("a creator's reels are those whose handle has the same bytes, in rank order", arguments: 0..<20)
    func found(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = CohortFixture.randomReels(count: random.pick([0, 1, 60, 300]), &random).map { reel in
            var reel = reel
            reel.creatorUsername = random.pick(Self.names)
            return reel
        }
        for cohort in Cohort.ofEveryWindow(CohortFixture.states(reels)) {
            for name in Self.names.compactMap(\.self) + ["nobody"] {
                let expected = (0..<cohort.count).filter { rank in
                    cohort[rank].creatorUsername.map { Array($0.utf8) == Array(name.utf8) } ?? false
                }
                #expect(cohort.reels(of: name).map(\.rank) == expected)
            }
        }
    }

    @Test("creators that came in order, and stand in no table yet, are found as well")
    func ascending() {
        let reels = (100..<180).map { number in
            var reel = CohortFixture.reel("r\(number)", views: 9)
            reel.creatorUsername = "creator\(number)"
            return reel
        }
        let cohort = Cohort(of: CohortFixture.states(reels), window: .week)
        for number in 100..<180 { #expect(cohort.reels(of: "creator\(number)").map(\.key.reelID) == ["r\(number)"]) }
        #expect(cohort.reels(of: "creator1").isEmpty)
    }
}
