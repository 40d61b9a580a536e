import Reels
import Sample
import Scoring
import Testing

struct CohortTests {
    @Test("a cohort worked by hand: percentiles, score and order")
    func workedExample() throws {
        // Velocities 100, 200, 200, 400; engagement 0.5, 0.1, hidden, 0.2 of the three known.
        let cohort = Cohort(
            of: CohortFixture.states([
                CohortFixture.reel("a", views: 1_000, likes: 500),
                CohortFixture.reel("b", views: 2_000, likes: 200),
                CohortFixture.reel("c", views: 2_000, likes: nil),
                CohortFixture.reel("d", views: 4_000, likes: 800),
            ]), window: .week)
        #expect((0..<4).map { cohort[$0].key.reelID } == ["d", "a", "b", "c"])
        #expect(cohort[0].viewsPerHourPercentile == 100)
        #expect(cohort[0].engagementRatePercentile == 50)
        #expect(cohort[0].performanceScore == 0.45 * 50 + 0.40 * 100 + 0.15 * 100)
        #expect(cohort[1].performanceScore == 0.45 * 100)
        #expect(cohort[2].viewsPercentile == 100.0 / 3)
        #expect(cohort[3].viewsPercentile == 100.0 / 3)
        #expect(cohort[3].performanceScore == nil)
        #expect(cohort[3].engagementRatePercentile == nil)
        #expect(cohort.medianViews == 2_000)
        #expect(cohort[0].viewMultiplier == 2)
    }

    @Test("the window holds both its edges")
    func windowEdges() {
        let week = 7 * 24 * Microseconds.hour
        var reels = [
            CohortFixture.reel("now", ageHours: 0, views: 1), CohortFixture.reel("edge", ageHours: 7 * 24, views: 1),
        ]
        reels += [CohortFixture.reel("old", views: 1), CohortFixture.reel("future", views: 1)]
        reels[2].publishTime = CohortFixture.asOf.advanced(byMicroseconds: -week - 1)
        reels[3].publishTime = CohortFixture.asOf.advanced(byMicroseconds: 1)
        let cohort = Cohort(of: CohortFixture.states(reels), window: .week)
        #expect(Set((0..<cohort.count).map { cohort[$0].key.reelID }) == ["now", "edge"])
    }

    @Test("below 20 reels nothing is flagged; from 20 on flags are known")
    func smallCohorts() {
        let reels = (0..<20).map { CohortFixture.reel("r\($0)", views: 1_000 + $0, likes: $0) }
        let small = Cohort(of: CohortFixture.states(Array(reels.dropLast())), window: .week)
        #expect(small.isSmall)
        #expect(small[0].isBreakout == nil && small[0].isOutlier == nil && !small[0].isTopPerformer)
        let large = Cohort(of: CohortFixture.states(reels), window: .week)
        #expect(large[0].isBreakout == true && large[0].isOutlier == false && large[0].isTopPerformer)
    }

    @Test("a cohort of one has percentiles of 100, an empty one no median")
    func extremes() {
        let one = Cohort(of: CohortFixture.states([CohortFixture.reel("a", views: 0, likes: 0)]), window: .quarter)
        #expect(one[0].performanceScore == 0.45 * 100 + 0.40 * 100 + 0.15 * 100)
        #expect(one[0].viewMultiplier == nil)
        #expect(Cohort(of: CohortFixture.states([]), window: .quarter).medianViews == nil)
    }

    @Test("scores equal an exact computation over random cohorts", arguments: 0..<60)
    func randomCohorts(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let reels = CohortFixture.randomReels(count: [0, 1, 2, 19, 20, 57, 300][seed % 7], &random)
        for window in Window.allCases {
            let cohort = Cohort(of: CohortFixture.states(reels), window: window)
            let expected = ExactCohort(reels, window: window)
            #expect(expected.firstDifference(cohort) == nil, "seed \(seed), \(window.rawValue)")
        }
    }

    @Test("several cohorts merge into one order and keep their own ranks")
    func merged() {
        var random = SplitMix64(seed: 7)
        let first = Cohort(of: CohortFixture.states(CohortFixture.randomReels(count: 200, &random)), window: .quarter)
        var other = ReelStates(platform: .tiktok, asOf: CohortFixture.asOf)
        for var reel in CohortFixture.randomReels(count: 100, &random) {
            reel.key.platform = .tiktok
            other.append(reel)
        }
        let merged = Ranked([first, Cohort(of: other, window: .quarter)])
        #expect(merged.count == first.count + Cohort(of: other, window: .quarter).count)
        #expect(zip(merged, merged.dropFirst()).allSatisfy(Self.precedes))
    }

    private static func precedes(_ left: ScoredReel, _ right: ScoredReel) -> Bool {
        let (mine, theirs) = (left.performanceScore ?? -1, right.performanceScore ?? -1)
        if mine != theirs { return mine > theirs }
        return left.views == right.views ? left.key < right.key : left.views > right.views
    }
}
