import Charts
import Scoring

extension ScatterTally {
    /// So many reels that hide their likes are drawn one by one at most.
    private static let mostInLane = 200

    /// The fastest reels that hide their likes.
    func lanePicks(_ cohorts: [Cohort]) -> [ScoredReel] {
        var column = ScatterCell.count - 1
        var count = lane[column]
        while count < Self.mostInLane, column > 0 {
            column -= 1
            count += lane[column]
        }
        let columns = cohorts.map(CohortColumns.init)
        let fastest = hiddenPicks.compactMap { pick -> (pick: Pick, percentile: Double)? in
            let percentile = across.percentile(of: pick.rank, in: columns[pick.cohort]) ?? 0
            return ScatterCell.index(of: percentile) >= column ? (pick, percentile) : nil
        }
        let sorted = fastest.sorted {
            ($1.percentile, $0.pick.cohort, $0.pick.rank) < ($0.percentile, $1.pick.cohort, $1.pick.rank)
        }
        return sorted.prefix(Self.mostInLane).map { cohorts[$0.pick.cohort][$0.pick.rank] }
    }

    /// The reels that are drawn one by one, the most important first: confirmed breakouts, top performers, then by score.
    func picks(_ cohorts: [Cohort], limit: Int) -> [ScoredReel] {
        let reels = (confirmed + others).map { (pick: $0, reel: cohorts[$0.cohort][$0.rank]) }
        let keys = reels.map { ScatterImportance($0.reel, isConfirmed: $0.pick.isConfirmed) }
        return keys.indices.sorted { keys[$0] < keys[$1] }.prefix(limit).map { reels[$0].reel }
    }
}

/// The order in which reels are drawn one by one.
private struct ScatterImportance: Comparable {
    private let isConfirmed: Bool
    private let isTop: Bool
    private let score: Double
    private let reel: ScoredReel

    init(_ reel: ScoredReel, isConfirmed: Bool) {
        self.isConfirmed = isConfirmed
        isTop = reel.isTopPerformer
        score = reel.performanceScore ?? -1
        self.reel = reel
    }

    static func < (left: Self, right: Self) -> Bool {
        if left.isConfirmed != right.isConfirmed { return left.isConfirmed }
        if left.isTop != right.isTop { return left.isTop }
        if left.score != right.score { return left.score > right.score }
        if left.reel.views != right.reel.views { return left.reel.views > right.reel.views }
        return left.reel.key < right.reel.key
    }

    static func == (left: Self, right: Self) -> Bool { left.reel.key == right.reel.key }
}
