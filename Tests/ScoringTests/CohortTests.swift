import Reels
import Sample
import Scoring
import Testing

private let asOf = Instant(seconds: 1_780_000_000)

private func states(_ reels: [Observation]) -> ReelStates {
    var states = ReelStates(platform: .instagram, asOf: asOf)
    for reel in reels { states.append(reel) }
    return states
}

private func reel(
    _ id: String, ageHours: Int64 = 10, views: Int64, likes: Int64? = 0, comments: Int64? = 0, shares: Int64? = nil,
    saves: Int64? = nil
) -> Observation {
    Observation(
        key: ReelKey(reelID: id, platform: .instagram), scrapedAt: asOf,
        publishTime: asOf.advanced(byMicroseconds: -ageHours * Microseconds.hour), views: views,
        viewsSource: .videoPlayCount,
        likes: likes, comments: comments, shares: shares, saves: saves)
}

struct CohortTests {
    @Test("a cohort worked by hand: percentiles, score and order")
    func workedExample() throws {
        // Velocities 100, 200, 200, 400; engagement 0.5, 0.1, hidden, 0.2 of the three known.
        let cohort = Cohort(
            of: states([
                reel("a", views: 1_000, likes: 500),
                reel("b", views: 2_000, likes: 200),
                reel("c", views: 2_000, likes: nil),
                reel("d", views: 4_000, likes: 800),
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
        var reels = [reel("now", ageHours: 0, views: 1), reel("edge", ageHours: 7 * 24, views: 1)]
        reels += [reel("old", views: 1), reel("future", views: 1)]
        reels[2].publishTime = asOf.advanced(byMicroseconds: -week - 1)
        reels[3].publishTime = asOf.advanced(byMicroseconds: 1)
        let cohort = Cohort(of: states(reels), window: .week)
        #expect(Set((0..<cohort.count).map { cohort[$0].key.reelID }) == ["now", "edge"])
    }

    @Test("below 20 reels nothing is flagged; from 20 on flags are known")
    func smallCohorts() {
        let reels = (0..<20).map { reel("r\($0)", views: 1_000 + $0, likes: $0) }
        let small = Cohort(of: states(Array(reels.dropLast())), window: .week)
        #expect(small.isSmall)
        #expect(small[0].isBreakout == nil && small[0].isOutlier == nil && !small[0].isTopPerformer)
        let large = Cohort(of: states(reels), window: .week)
        #expect(large[0].isBreakout == true && large[0].isOutlier == false && large[0].isTopPerformer)
    }

    @Test("a cohort of one has percentiles of 100, an empty one no median")
    func extremes() {
        let one = Cohort(of: states([reel("a", views: 0, likes: 0)]), window: .quarter)
        #expect(one[0].performanceScore == 0.45 * 100 + 0.40 * 100 + 0.15 * 100)
        #expect(one[0].viewMultiplier == nil)
        #expect(Cohort(of: states([]), window: .quarter).medianViews == nil)
    }

    @Test("scores equal an exact computation over random cohorts", arguments: 0..<60)
    func randomCohorts(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let reels = RandomCohort.reels(count: [0, 1, 2, 19, 20, 57, 300][seed % 7], &random)
        for window in Window.allCases {
            let cohort = Cohort(of: states(reels), window: window)
            let expected = ExactCohort(reels, window: window)
            #expect((0..<cohort.count).map { cohort[$0].key.reelID } == expected.order)
            for rank in 0..<cohort.count where !expected.agrees(cohort[rank]) {
                Issue.record("seed \(seed), \(window.rawValue), \(cohort[rank].key.reelID)")
            }
        }
    }

    @Test("several cohorts merge into one order and keep their own ranks")
    func merged() {
        var random = SplitMix64(seed: 7)
        let first = Cohort(of: states(RandomCohort.reels(count: 200, &random)), window: .quarter)
        var other = ReelStates(platform: .tiktok, asOf: asOf)
        for var reel in RandomCohort.reels(count: 100, &random) {
            reel.key.platform = .tiktok
            other.append(reel)
        }
        let merged = Ranked([first, Cohort(of: other, window: .quarter)])
        #expect(merged.count == first.count + Cohort(of: other, window: .quarter).count)
        #expect(zip(merged, merged.dropFirst()).allSatisfy { $0.precedes($1) })
    }
}

/// Reels made to collide: few distinct counts, hidden likes, zero views, window edges, views beyond 32 bits.
private enum RandomCohort {
    static func reels(count: Int, _ random: inout SplitMix64) -> [Observation] {
        (0..<count).map { number in
            let views =
                [0, 0, 1, 7, 100, 100, 1_000, 3_000_000_000, Int64.random(in: 0...100_000, using: &random)]
                .randomElement(using: &random) ?? 0
            var made = reel(
                "id\(number * 7_919 % 1_000)-\(number)", ageHours: 0, views: views,
                likes: Bool.random(using: &random) ? Int64.random(in: 0...50, using: &random) : nil,
                comments: Int64.random(in: 0...3, using: &random),
                shares: Bool.random(using: &random) ? Int64.random(in: 0...9, using: &random) : nil,
                saves: Bool.random(using: &random) ? 5 : nil)
            let edge = (Window.allCases.randomElement(using: &random) ?? .week).microseconds
            let age = [0, 1, 59_999_999, edge, edge + 1, Int64.random(in: 0...edge, using: &random)].randomElement(
                using: &random)
            made.publishTime = asOf.advanced(byMicroseconds: -(age ?? 0))
            return made
        }
    }
}

/// The specification once more, as naively as it can be written: every percentile by counting every other reel.
private struct ExactCohort {
    struct Numbers {
        var reel: Observation
        var velocity: Double
        var engagement: Double?
        var percentiles: (views: Double, velocity: Double, engagement: Double?) = (0, 0, nil)
        var score: Double?
    }

    private var numbers: [String: Numbers] = [:]
    private(set) var order: [String] = []

    init(_ reels: [Observation], window: Window) {
        let members = reels.filter {
            $0.publishTime >= asOf.advanced(byMicroseconds: -window.microseconds) && $0.publishTime <= asOf
        }
        var all = members.map { reel in
            let age = max(asOf.microseconds - reel.publishTime.microseconds, 60_000_000)
            let reactions = (reel.likes ?? 0) + (reel.comments ?? 0) + (reel.shares ?? reel.saves ?? 0)
            let rate = reel.views == 0 ? 0 : Double(reactions) / Double(reel.views)
            return Numbers(
                reel: reel, velocity: Double(reel.views) * 3.6e9 / Double(age),
                engagement: reel.likes == nil ? nil : rate)
        }
        let rated = all.compactMap(\.engagement)
        for index in all.indices {
            let mine = all[index]
            let views = Self.percentile(all.filter { $0.reel.views < mine.reel.views }.count, all.count)
            let velocity = Self.percentile(all.filter { $0.velocity < mine.velocity }.count, all.count)
            let engagement = mine.engagement.map { rate in
                Self.percentile(rated.filter { $0 < rate }.count, rated.count)
            }
            all[index].percentiles = (views, velocity, engagement)
            all[index].score = engagement.map { 0.45 * $0 + 0.40 * velocity + 0.15 * views }
        }
        order = all.sorted(by: Self.precedes).map(\.reel.key.reelID)
        numbers = Dictionary(uniqueKeysWithValues: all.map { ($0.reel.key.reelID, $0) })
    }

    private static func percentile(_ smaller: Int, _ count: Int) -> Double {
        count == 1 ? 100 : 100.0 * Double(smaller) / Double(count - 1)
    }

    private static func precedes(_ left: Numbers, _ right: Numbers) -> Bool {
        let (mine, theirs) = (left.score ?? -1, right.score ?? -1)
        if mine != theirs { return mine > theirs }
        if left.reel.views != right.reel.views { return left.reel.views > right.reel.views }
        return Array(left.reel.key.reelID.utf8).lexicographicallyPrecedes(Array(right.reel.key.reelID.utf8))
    }

    func agrees(_ scored: ScoredReel) -> Bool {
        guard let mine = numbers[scored.key.reelID] else { return false }
        return scored.viewsPerHour == mine.velocity && scored.engagementRate == mine.engagement
            && scored.viewsPercentile == mine.percentiles.views
            && scored.viewsPerHourPercentile == mine.percentiles.velocity
            && scored.engagementRatePercentile == mine.percentiles.engagement && scored.performanceScore == mine.score
    }
}
