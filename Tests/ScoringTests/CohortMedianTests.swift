import Reels
import Sample
import Scoring
import Testing

struct CohortMedianTests {
    @Test("medians worked by hand: an even and an odd number of values, hidden likes left out")
    func worked() {
        // Ten hours old: 100, 200, 200 and 450 views an hour; engagement 0.5, 0.1 and 0.2 of the three known.
        let reels = [
            CohortFixture.reel("a", views: 1_000, likes: 500), CohortFixture.reel("b", views: 2_000, likes: 200),
            CohortFixture.reel("c", views: 2_000, likes: nil), CohortFixture.reel("d", views: 4_500, likes: 900),
        ]
        let cohort = Cohort(of: CohortFixture.states(reels), window: .week)
        #expect(cohort.medianViewsPerHour == 200)
        #expect(cohort.medianEngagementRate == 0.2)
        let two = Cohort(of: CohortFixture.states([reels[0], reels[3]]), window: .week)
        #expect(two.medianViewsPerHour == 275)
        #expect(two.medianEngagementRate == 0.35)
    }

    @Test("nothing known has no median, and nobody is no creator")
    func nothing() {
        let none = Cohort(of: CohortFixture.states([]), window: .week)
        #expect(none.medianViewsPerHour == nil && none.medianEngagementRate == nil && none.creatorCount == 0)
        let hidden = Cohort(of: CohortFixture.states([CohortFixture.reel("a", views: 9, likes: nil)]), window: .week)
        #expect(hidden.medianViewsPerHour == 0.9 && hidden.medianEngagementRate == nil && hidden.creatorCount == 0)
    }

    @Test("medians and creators equal those of sorting and counting", arguments: 0..<30)
    func random(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = CohortFixture.randomReels(count: random.pick([1, 2, 3, 19, 20, 250]), &random).map { reel in
            var reel = reel
            reel.creatorUsername = random.pick([nil, "", "a", "A", "a ", "b/%", "\u{202E}b"])
            return reel
        }
        for cohort in Cohort.ofEveryWindow(CohortFixture.states(reels)) {
            let members = (0..<cohort.count).map { cohort[$0] }
            #expect(cohort.medianViewsPerHour == Self.median(members.map(\.viewsPerHour)))
            #expect(cohort.medianEngagementRate == Self.median(members.compactMap(\.engagementRate)))
            #expect(cohort.creatorCount == Set(members.compactMap(\.creatorUsername)).count)
        }
    }

    private static func median(_ values: [Double]) -> Double? {
        let ascending = values.sorted()
        guard let last = ascending.indices.last else { return nil }
        let (low, high) = (ascending[last / 2], ascending[(last + 1) / 2])
        return low + (high - low) * (last.isMultiple(of: 2) ? 0 : 0.5)
    }
}
