import Reels
import Sample
import Scoring
import Testing

/// Reels of several cohorts in another order than the score's.
struct RankedSortedTests {
    @Test("sorted by any numbers, as a stable sort by comparison has it", arguments: 0..<40, [false, true])
    func anyNumbers(seed: Int, ascending: Bool) {
        var random = SplitMix64(seed: UInt64(seed))
        let cohorts = (0..<(seed % 3)).map { _ in
            Cohort(of: CohortFixture.states(CohortFixture.randomReels(count: 150, &random)), window: .quarter)
        }
        let ranked = Ranked(cohorts)
        let extremes: [Double] = [
            0, -0.0, 1, -1, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
            .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
        ]
        let keys: [Double?] = ranked.indices.map { _ in
            switch Int.random(in: 0..<4, using: &random) {
            case 0: nil
            case 1: extremes.randomElement(using: &random)
            case 2: Double(Int.random(in: -9...9, using: &random))
            default: Double.random(in: -1e9...1e9, using: &random)
            }
        }
        var next = 0
        let sorted = ranked.sorted(ascending: ascending) { _ in
            defer { next += 1 }
            return keys[next]
        }
        let expected = ranked.indices.sorted { left, right in
            switch (keys[left], keys[right]) {
            case (let a?, let b?) where a != b: ascending ? a < b : a > b
            case (nil, .some): false
            case (.some, nil): true
            default: left < right
            }
        }
        #expect(sorted.map { Row($0) } == expected.map { Row(ranked[$0]) })
    }

    /// Tells a reel of one cohort from one of another that has the same identifier.
    private struct Row: Equatable {
        let cohort: ObjectIdentifier
        let rank: Int

        init(_ reel: ScoredReel) {
            cohort = ObjectIdentifier(reel.cohort)
            rank = reel.rank
        }
    }
}
