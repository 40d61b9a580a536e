import Reels
import Scoring

/// The specification once more, as naively as it can be written: every percentile by counting every other reel.
struct ExactCohort {
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
            $0.publishTime >= CohortFixture.asOf.advanced(byMicroseconds: -window.microseconds)
                && $0.publishTime <= CohortFixture.asOf
        }
        var all = members.map { reel in
            let age = max(CohortFixture.asOf.microseconds - reel.publishTime.microseconds, 60_000_000)
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

    /// The first reel of `cohort` that is not what it should be: nil where order and numbers agree throughout.
    func firstDifference(_ cohort: Cohort) -> String? {
        guard (0..<cohort.count).map({ cohort[$0].key.reelID }) == order else { return "the order" }
        return (0..<cohort.count).first { !agrees(cohort[$0]) }.map { cohort[$0].key.reelID }
    }

    private func agrees(_ scored: ScoredReel) -> Bool {
        guard let mine = numbers[scored.key.reelID] else { return false }
        return scored.viewsPerHour == mine.velocity && scored.engagementRate == mine.engagement
            && scored.viewsPercentile == mine.percentiles.views
            && scored.viewsPerHourPercentile == mine.percentiles.velocity
            && scored.engagementRatePercentile == mine.percentiles.engagement && scored.performanceScore == mine.score
    }
}
