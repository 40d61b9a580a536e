/// How many reels of a cohort are remarkable: counted once, when it is scored.
public struct CohortFigures: Sendable {
    /// Reels in the breakout quadrant; 0 in a small cohort.
    public private(set) var breakouts = 0
    /// Reels with a score of 95 or more; 0 in a small cohort.
    public private(set) var topPerformers = 0
    /// Reels without an engagement percentile.
    public private(set) var hiddenLikes = 0
    /// Those of them that only their likes keep from being breakouts; 0 in a small cohort.
    public private(set) var fastWithHiddenLikes = 0
    /// Ranks of the outliers, the most viewed first; none in a small cohort.
    public private(set) var outliers: [Int32] = []

    /// Creators who are known by their handles; two that differ in anything are two.
    public private(set) var creators = 0

    /// Of a cohort without reels.
    init() {}

    /// Of `scores`, rank by rank.
    init(of scores: CohortScores) {
        // Copied out, since each look at the structure would retain what it holds.
        let (metrics, rows, views) = (scores.metrics, scores.rows, scores.states.views)
        let isSmall = rows.count < Formulas.smallestFlaggedCohort
        let quartiles = scores.firstQuartileViews.flatMap { q1 in scores.thirdQuartileViews.map { (q1, $0) } }
        for rank in rows.indices {
            let engagement = metrics.engagementPercentile(rank)
            if engagement == nil { hiddenLikes += 1 }
            guard !isSmall, let (q1, q3) = quartiles else { continue }
            switch Formulas.isBreakout(
                velocityPercentile: metrics.velocityPercentile(rank), engagementPercentile: engagement)
            {
            case .some(true): breakouts += 1
            case .none: fastWithHiddenLikes += 1
            case .some(false): break
            }
            if (metrics.score(rank) ?? 0) >= Formulas.topPerformerScore { topPerformers += 1 }
            if Formulas.isOutlier(views: views[Int(rows[rank])], firstQuartile: q1, thirdQuartile: q3) {
                outliers.append(Int32(truncatingIfNeeded: rank))
            }
        }
        outliers.sort { (views[Int(rows[Int($0)])], $1) > (views[Int(rows[Int($1)])], $0) }
        creators = Self.creators(of: rows, in: scores.states.creatorUsername)
    }

    /// How many different texts `rows` have in `column`, none of them read. Cost: linear in the rows.
    private static func creators(of rows: [Int32], in column: DictionaryColumn) -> Int {
        let numbers = column.numbers
        // The first place is that of the rows without a text, who are nobody.
        var isCounted = [Bool](repeating: false, count: column.dictionary.count + 1)
        isCounted[0] = true
        var count = 0
        for row in rows {
            let place = Int(numbers[Int(row)]) + 1
            if !isCounted[place] { count += 1 }
            isCounted[place] = true
        }
        return count
    }
}
