import Reels
import Sample
import Scoring
import Testing

struct PreviousPlaceTests {
    private static let asOf = CohortFixture.asOf
    private static let before = asOf.advanced(byMicroseconds: -6 * Microseconds.hour)

    /// The same reels now and at the run before, when each had the views that `earlier` gives its number.
    private static func snapshot(_ count: Int, earlier: (Int) -> Int64?) -> PlatformSnapshot {
        let reels = (0..<count).map { number in
            CohortFixture.reel("r\(number)", ageHours: 30, views: Int64(number * number + 1), likes: Int64(number))
        }
        let history = SightingHistory(platform: .instagram)
        var previous = ReelStates(platform: .instagram, asOf: before)
        for (number, reel) in reels.enumerated() {
            // The numbers of identifiers are those of the present, so all are known.
            var reel = reel
            reel.scrapedAt = earlier(number) == nil ? asOf : before
            reel.views = earlier(number) ?? 0
            reel.publishTime = earlier(number) == nil ? Instant(microseconds: .max) : reel.publishTime
            previous.append(reel)
        }
        let states = CohortFixture.states(reels)
        return PlatformSnapshot(PlatformData(states: states, history: history, previous: previous))
    }

    @Test func `a reel's percentiles of the run before are kept`() throws {
        // Then the order was the other way round.
        let snapshot = Self.snapshot(21) { Int64(21 - $0) }
        let cohort = try #require(snapshot.cohorts.last)
        let fastest = try #require((0..<21).map { cohort[$0] }.first { $0.key.reelID == "r20" })
        #expect(fastest.viewsPerHourPercentile == 100)
        #expect(fastest.previousPlace?.velocityPercentile == 0)
        let slowest = try #require((0..<21).map { cohort[$0] }.first { $0.key.reelID == "r0" })
        #expect(slowest.previousPlace?.velocityPercentile == 100 && slowest.previousPlace?.engagementPercentile == 0)
    }

    @Test func `a reel that was not yet seen then has none, nor has any where there was no run before`() throws {
        let snapshot = Self.snapshot(21) { $0 == 20 ? nil : Int64($0) }
        let cohort = try #require(snapshot.cohorts.last)
        let new = try #require((0..<21).map { cohort[$0] }.first { $0.key.reelID == "r20" })
        #expect(new.previousPlace == nil)
        let first = Snapshot(dataset: .live, states: [CohortFixture.states([CohortFixture.reel("a", views: 1)])])
        #expect(first.platforms.first?.cohorts.last?[0].previousPlace == nil)
    }

    @Test func `only the first few of many are kept`() throws {
        let snapshot = Self.snapshot(2_000) { Int64($0) }
        let cohort = try #require(snapshot.cohorts.last)
        #expect((0..<256).allSatisfy { cohort[$0].previousPlace != nil })
        #expect((0..<2_000).count { cohort[$0].previousPlace != nil } <= 3 * 256)
    }

    @Test("the columns tell what the reels tell", arguments: 0..<5)
    func columns(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let cohort = Cohort(of: CohortFixture.states(CohortFixture.randomReels(count: 200, &random)), window: .quarter)
        let columns = CohortColumns(cohort)
        #expect(columns.count == cohort.count)
        for rank in 0..<cohort.count {
            let reel = cohort[rank]
            #expect(columns.velocityPercentile(rank) == reel.viewsPerHourPercentile)
            #expect(columns.engagementPercentile(rank) == reel.engagementRatePercentile)
            #expect(columns.viewsPerHour(rank) == reel.viewsPerHour)
            #expect(columns.engagementRate(rank) == reel.engagementRate)
            #expect(columns.pacePercentile(rank) == reel.equalAge?.percentile)
            #expect(columns.breakoutState(rank) == reel.breakoutState)
        }
    }
}
