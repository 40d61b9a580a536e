/// The columns of a cohort that a picture of all its reels is drawn from, taken out of it once: each look at the cohort would
/// retain them. Everything is asked for by rank, counted from 0.
public struct CohortColumns: Sendable {
    /// Number of reels.
    public let count: Int
    private let metrics: CohortMetrics
    private let rows: [Int32]
    private let states: ReelStates
    private let equalAge: EqualAgeRanking
    /// Reels that ``equalAge`` has, by their numbers.
    private let rankedCount: Int
    private let isSmall: Bool

    /// Those of `cohort`.
    public init(_ cohort: Cohort) {
        count = cohort.count
        metrics = cohort.metrics
        rows = cohort.rows
        states = cohort.states
        // Not optional: to unwrap it would retain it, reel by reel.
        let history = cohort.quantities.history
        rankedCount = cohort.quantities.equalAge == nil ? 0 : history.count
        equalAge =
            cohort.quantities.equalAge
            ?? EqualAgeRanking(of: SightingHistory(platform: cohort.platform), asOf: cohort.asOf)
        isSmall = cohort.isSmall
    }

    /// 0 to 100.
    public func velocityPercentile(_ rank: Int) -> Double { metrics.velocityPercentile(rank) }

    /// 0 to 100; nil where likes are hidden.
    public func engagementPercentile(_ rank: Int) -> Double? { metrics.engagementPercentile(rank) }

    /// 0 to 100 among reels of the same age; nil where the reel is not compared, or with few.
    public func pacePercentile(_ rank: Int) -> Double? { equalAge(rank)?.percentile }

    /// See ``ScoredReel/viewsPerHour``.
    public func viewsPerHour(_ rank: Int) -> Double { states.viewsPerHour(Int(rows[rank])) }

    /// See ``ScoredReel/engagementRate``.
    public func engagementRate(_ rank: Int) -> Double? { states.engagementRate(Int(rows[rank])) }

    /// See ``ScoredReel/breakoutState``. The quadrant is looked at first, since few reels are in it.
    public func breakoutState(_ rank: Int) -> BreakoutState? {
        guard !isSmall, metrics.velocityPercentile(rank) >= Formulas.breakoutVelocityPercentile,
            (metrics.engagementPercentile(rank) ?? 0) >= Formulas.breakoutEngagementPercentile
        else { return nil }
        let freshness = Freshness(scrapedAt: states.scrapedAt[Int(rows[rank])], asOf: states.asOf)
        return BreakoutState(isBreakout: true, isFresh: freshness.isFresh, equalAge: equalAge(rank))
    }

    private func equalAge(_ rank: Int) -> EqualAgeVelocity? {
        let number = Int(states.reelID.numbers[Int(rows[rank])])
        return number < rankedCount ? equalAge[number] : nil
    }
}
