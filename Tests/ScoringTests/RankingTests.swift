import Reels
import Sample
import Scoring
import Testing

/// What a sort by digits could get wrong and a sort by comparison could not.
struct RankingTests {
    @Test("views are ranked as integers, however large and however far apart")
    func largeViews() {
        let counts: [Int64] = [
            0, 1, 2, 8_589_934_590, 8_589_934_591, 8_589_934_592, 8_589_934_593, 1 << 53, 1 << 53 + 1, .max - 1, .max,
        ]
        expectExact((counts + counts).enumerated().map { CohortFixture.reel("r\($0)", views: $1) })
    }

    @Test("rates that differ in their last bits are told apart beside one far away", arguments: [2, 20, 33, 200])
    func closeRates(count: Int64) {
        let views: Int64 = 1_000_000_000_000_000
        let close = (0..<count).map { number in
            CohortFixture.reel("r\(number)", views: views, likes: 100_000_000_000_000 + number * 7_919 % count / 2)
        }
        let cohort = expectExact(close + [CohortFixture.reel("far", views: views, likes: 1)])
        #expect(Set((0..<cohort.count).map { cohort[$0].engagementRate }).count == (count + 1) / 2 + 1)
    }

    @Test("reels alike in all numbers are in the order of their identifiers")
    func ties() {
        let reels = (0..<300).map { CohortFixture.reel("r\($0 * 7_919 % 300)", views: 5, likes: $0 % 2 == 0 ? 1 : nil) }
        expectExact(reels)
    }

    @Test("thousands of reels of ordinary size are scored exactly")
    func ordinarySize() {
        var random = SplitMix64(seed: 11)
        let reels = (0..<3_000).map { number in
            let views = Int64.random(in: 0...50_000_000, using: &random) >> Int64.random(in: 0...20, using: &random)
            var reel = CohortFixture.reel(
                "r\(number)", views: views, likes: number % 9 == 0 ? nil : Int64.random(in: 0...views, using: &random))
            let age = Int64.random(in: 0...Window.quarter.microseconds, using: &random)
            reel.publishTime = CohortFixture.asOf.advanced(byMicroseconds: -age)
            return reel
        }
        expectExact(reels)
    }

    @Test("all windows scored together are what each is alone", arguments: 0..<20)
    func everyWindow(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let reels = CohortFixture.randomReels(count: [0, 1, 30, 400][seed % 4], &random)
        let cohorts = Cohort.ofEveryWindow(CohortFixture.states(reels))
        #expect(Set(cohorts.map(\.window)) == Set(Window.allCases))
        for cohort in cohorts {
            #expect(ExactCohort(reels, window: cohort.window).firstDifference(cohort) == nil)
            let alone = Cohort(of: CohortFixture.states(reels), window: cohort.window)
            #expect(cohort.rows == alone.rows)
            #expect(cohort.medianViews == alone.medianViews)
            #expect(cohort.firstQuartileViews == alone.firstQuartileViews)
            #expect(cohort.thirdQuartileViews == alone.thirdQuartileViews)
        }
    }

    @Test("the order of arrival changes nothing", arguments: 0..<20)
    func orderOfArrival(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let reels = CohortFixture.randomReels(count: 200, &random)
        let shuffled = reels.shuffled(using: &random)
        let (one, other) = (cohort(reels), cohort(shuffled))
        #expect(standings(one) == standings(other))
        #expect((0..<one.count).map { one[$0].key } == (0..<other.count).map { other[$0].key })
    }

    @Test("a strictly increasing change of the views changes no percentile of theirs", arguments: 0..<20)
    func increasingChange(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let reels = CohortFixture.randomReels(count: 200, &random)
        var changed = reels
        for place in changed.indices { changed[place].views = changed[place].views * 3 + 1_000 }
        #expect(standings(cohort(reels)).mapValues(\.views) == standings(cohort(changed)).mapValues(\.views))
    }

    @Test("a strictly lower reel lowers no other's percentile", arguments: 0..<20)
    func lowerReel(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var reels = CohortFixture.randomReels(count: 50, &random)
        for place in reels.indices { reels[place].views += 1 }
        let before = standings(cohort(reels))
        // The oldest with the fewest views is the slowest; it has no reactions.
        var lowest = CohortFixture.reel("lowest", views: 0, likes: 0, comments: 0)
        lowest.publishTime = CohortFixture.asOf.advanced(byMicroseconds: -Window.quarter.microseconds)
        let after = standings(cohort(reels + [lowest]))
        for (id, standing) in before {
            #expect((after[id]?.views ?? 0) >= standing.views)
            #expect((after[id]?.velocity ?? 0) >= standing.velocity)
        }
    }

    @Test("no number of a cohort is NaN or infinite", arguments: 0..<20)
    func finite(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        for (_, standing) in standings(cohort(CohortFixture.randomReels(count: [1, 2, 100][seed % 3], &random))) {
            let numbers = [standing.views, standing.velocity, standing.engagement, standing.score].compactMap(\.self)
            #expect(numbers.allSatisfy { (0...100).contains($0) })
        }
    }

    private struct Standing: Equatable {
        let views: Double
        let velocity: Double
        let engagement: Double?
        let score: Double?
    }

    private func cohort(_ reels: [Observation]) -> Cohort {
        Cohort(of: CohortFixture.states(reels), window: .quarter)
    }

    private func standings(_ cohort: Cohort) -> [String: Standing] {
        Dictionary(
            uniqueKeysWithValues: (0..<cohort.count).map { rank in
                let reel = cohort[rank]
                let standing = Standing(
                    views: reel.viewsPercentile, velocity: reel.viewsPerHourPercentile,
                    engagement: reel.engagementRatePercentile, score: reel.performanceScore)
                return (reel.key.reelID, standing)
            })
    }

    @discardableResult private func expectExact(
        _ reels: [Observation], sourceLocation: SourceLocation = #_sourceLocation
    ) -> Cohort {
        let scored = cohort(reels)
        let difference = ExactCohort(reels, window: .quarter).firstDifference(scored)
        #expect(difference == nil, sourceLocation: sourceLocation)
        return scored
    }
}
