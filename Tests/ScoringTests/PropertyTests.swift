import Reels
import Sample
import Scoring
import Testing

/// What holds of every cohort, whatever its reels: tried on random ones, whose seeds name them.
struct PropertyTests {
    @Test("the order of arrival changes no number, no flag and no rank, in any window", arguments: 0..<60)
    func orderOfArrival(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = PropertyFixture.oddReels(&random)
        let standings = PropertyFixture.standings(reels)
        #expect(PropertyFixture.standings(reels.reversed()) == standings)
        #expect(PropertyFixture.standings(reels.shuffled(using: &random)) == standings)
    }

    @Test("any strictly increasing change of the views keeps every percentile of theirs", arguments: 0..<60)
    func changedViews(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = PropertyFixture.oddReels(&random).map { reel in
            var reel = reel
            reel.views = min(reel.views, .max / 2)
            return reel
        }
        let increase = PropertyFixture.increase(of: reels.map(\.views), &random)
        let changed = reels.map { reel in
            var reel = reel
            reel.views = increase[reel.views] ?? -1
            return reel
        }
        let (before, after) = (PropertyFixture.standings(reels), PropertyFixture.standings(changed))
        #expect(viewsPercentiles(before) == viewsPercentiles(after))
    }

    @Test("any strictly increasing change of the velocity keeps every percentile of it", arguments: 0..<60)
    func changedVelocity(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = PropertyFixture.exactReels(&random)
        let increase = PropertyFixture.increase(of: reels.map(\.velocity), below: 1_000_000, &random)
        let changed = reels.map { reel in
            var reel = reel
            reel.velocity = increase[reel.velocity] ?? -1
            return reel
        }
        let (before, after) = (standings(reels), standings(changed))
        #expect(velocityPercentiles(before) == velocityPercentiles(after))
        // Views and reactions grew with it, so that the rate is what it was.
        #expect(engagementPercentiles(before) == engagementPercentiles(after))
    }

    @Test("any strictly increasing change of the engagement rate changes nothing but the rate", arguments: 0..<60)
    func changedEngagement(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = PropertyFixture.exactReels(&random)
        let increase = PropertyFixture.increase(of: reels.map(\.rate), below: 1_000_000, &random)
        let changed = reels.map { reel in
            var reel = reel
            reel.rate = increase[reel.rate] ?? -1
            return reel
        }
        let (before, after) = (standings(reels), standings(changed))
        #expect(before.map { $0.map(\.withoutEngagement) } == after.map { $0.map(\.withoutEngagement) })
    }

    @Test(
        "sixteen times the views and the reactions change no percentile, score, multiplier, flag or rank",
        arguments: 0..<60)
    func scaledCounters(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = PropertyFixture.exactReels(&random)
        let changed = reels.map { reel in
            var reel = reel
            reel.velocity *= 16
            return reel
        }
        #expect(
            standings(reels).map { $0.map(\.withoutVelocity) } == standings(changed).map { $0.map(\.withoutVelocity) })
    }

    @Test(
        "one more reel lowers no percentile of a reel above it, and raises none of a reel at it or below",
        arguments: 0..<120)
    func oneMore(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = PropertyFixture.oddReels(&random)
        var added = PropertyFixture.oddReels(count: 1, &random)
        added[0].key.reelID = "added"
        for (before, after) in zip(PropertyFixture.standings(reels), PropertyFixture.standings(reels + added)) {
            guard let newcomer = after.first(where: { $0.id == "added" }) else {
                #expect(before == after)
                continue
            }
            let standing = Dictionary(uniqueKeysWithValues: after.map { ($0.id, $0) })
            for old in before {
                let moves = standing[old.id].map { Self.moves(from: old, to: $0, newcomer) }
                #expect(moves == [true, true, true], "\(old.id)")
            }
        }
    }

    @Test(
        "no number is NaN, infinite or out of its range, and flags are known from 20 reels on",
        arguments: [0, 1, 2, 3, 19, 20, 21, 80], 0..<15)
    func range(count: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let reels = PropertyFixture.oddReels(count: count, &random)
        for cohort in Cohort.ofEveryWindow(CohortFixture.states(reels)) {
            let spread = [cohort.firstQuartileViews, cohort.medianViews, cohort.thirdQuartileViews].compactMap(\.self)
            #expect(spread.count == (cohort.count == 0 ? 0 : 3))
            #expect(spread == spread.sorted() && spread.allSatisfy { $0 >= 0 && $0.isFinite })
            for rank in 0..<cohort.count { expectInRange(cohort[rank]) }
        }
    }

    /// Whether each percentile moved as it should: up or not at all above the newcomer, down or not at all elsewhere.
    private static func moves(
        from old: PropertyFixture.Standing, to new: PropertyFixture.Standing, _ newcomer: PropertyFixture.Standing
    ) -> [Bool] {
        func moves<Value: Comparable>(_ value: Value, _ added: Value, _ before: Double, _ after: Double) -> Bool {
            added < value ? after >= before : after <= before
        }
        let engagement: Bool =
            if let rate = old.engagementRate, let before = old.engagementPercentile,
                let after = new.engagementPercentile
            {
                newcomer.engagementRate.map { moves(rate, $0, before, after) } ?? (before == after)
            } else {
                old.engagementPercentile == new.engagementPercentile
            }
        return [
            moves(old.views, newcomer.views, old.viewsPercentile, new.viewsPercentile),
            moves(old.velocity, newcomer.velocity, old.velocityPercentile, new.velocityPercentile), engagement,
        ]
    }

    private func expectInRange(_ reel: ScoredReel) {
        let percentiles = [
            reel.viewsPercentile, reel.viewsPerHourPercentile, reel.engagementRatePercentile, reel.performanceScore,
        ]
        #expect(percentiles.compactMap(\.self).allSatisfy { (0...100).contains($0) })
        let numbers = [reel.hoursSincePublish, reel.viewsPerHour, reel.engagementRate, reel.viewMultiplier]
        #expect(numbers.compactMap(\.self).allSatisfy { $0 >= 0 && $0.isFinite })
        #expect((reel.performanceScore == nil) == (reel.likes == nil))
        #expect((reel.isOutlier == nil) == reel.cohort.isSmall)
        #expect(!reel.cohort.isSmall || (reel.isBreakout == nil && !reel.isTopPerformer))
    }

    private func standings(_ reels: [PropertyFixture.ExactReel]) -> [[PropertyFixture.Standing]] {
        PropertyFixture.standings(reels.map(\.observation))
    }

    private func viewsPercentiles(_ cohorts: [[PropertyFixture.Standing]]) -> [[String: Double]] {
        PropertyFixture.byReel(cohorts, \.viewsPercentile)
    }

    private func velocityPercentiles(_ cohorts: [[PropertyFixture.Standing]]) -> [[String: Double]] {
        PropertyFixture.byReel(cohorts, \.velocityPercentile)
    }

    private func engagementPercentiles(_ cohorts: [[PropertyFixture.Standing]]) -> [[String: Double?]] {
        PropertyFixture.byReel(cohorts, \.engagementPercentile)
    }
}
