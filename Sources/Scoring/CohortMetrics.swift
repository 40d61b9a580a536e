import Reels

/// The metrics of a cohort's reels as columns. NaN stands for null here, and nowhere outside Scoring.
struct CohortMetrics: Sendable {
    /// Microseconds since publication, at least a minute.
    private(set) var ages: [Int64] = []
    private(set) var viewsPerHour: [Double] = []
    /// NaN where likes are hidden.
    private(set) var engagementRates: [Double] = []
    private(set) var viewsPercentiles: [Double] = []
    private(set) var velocityPercentiles: [Double] = []
    /// NaN where likes are hidden.
    private(set) var engagementPercentiles: [Double] = []
    /// NaN where a percentile is unknown.
    private(set) var scores: [Double] = []

    /// Of the rows `members` of `states`, in their order.
    init(of members: [Int32], in states: ReelStates) {
        for row in members.lazy.map(Int.init) {
            let age = Formulas.age(publishedAt: states.publishTime[row], asOf: states.asOf)
            ages.append(age)
            viewsPerHour.append(Formulas.viewsPerHour(views: states.views[row], age: age))
            let rate = Formulas.engagementRate(
                likes: states.likes[row].value, comments: states.comments[row].value,
                sharesOrSaves: states.sharesOrSaves[row].value, views: states.views[row])
            engagementRates.append(rate ?? .nan)
        }
        viewsPercentiles = Self.percentiles(keys: members.map { UInt64(states.views[Int($0)]) })
        velocityPercentiles = Self.percentiles(keys: viewsPerHour.map(Ranking.key))
        engagementPercentiles = Self.percentiles(keys: engagementRates.map { $0.isNaN ? nil : Ranking.key($0) })
        scores = members.indices.map { place in
            Formulas.performanceScore(
                engagement: engagementPercentiles[place], velocity: velocityPercentiles[place],
                views: viewsPercentiles[place])
        }
    }

    /// The same metrics with the rows in another order.
    func reordered(by order: [Int]) -> CohortMetrics {
        var copy = self
        copy.ages = order.map { ages[$0] }
        copy.viewsPerHour = order.map { viewsPerHour[$0] }
        copy.engagementRates = order.map { engagementRates[$0] }
        copy.viewsPercentiles = order.map { viewsPercentiles[$0] }
        copy.velocityPercentiles = order.map { velocityPercentiles[$0] }
        copy.engagementPercentiles = order.map { engagementPercentiles[$0] }
        copy.scores = order.map { scores[$0] }
        return copy
    }

    private static func percentiles(keys: [UInt64?]) -> [Double] {
        let (counts, known) = Ranking.countsOfSmaller(keys: keys)
        return counts.map { $0 < 0 ? .nan : Formulas.percentile(smaller: Int($0), of: known) }
    }
}
