/// What the percentiles and the score of a cohort's reels come from, as columns: for each metric the number of the cohort's
/// reels with a strictly smaller value. Twelve bytes a reel, where the numbers themselves would take four times as many.
struct CohortMetrics: Sendable {
    private let smallerViews: [Int32]
    private let smallerVelocity: [Int32]
    /// -1 where likes are hidden.
    private let smallerEngagement: [Int32]
    /// Reels in the cohort.
    private let count: Int
    /// Reels whose likes are known.
    private let knownEngagement: Int

    /// By place among the cohort's members.
    init(_ orders: CohortOrders) {
        count = orders.members.count
        smallerViews = orders.views.countsOfSmaller(places: count)
        smallerVelocity = orders.velocity.countsOfSmaller(places: count)
        smallerEngagement = orders.engagement.countsOfSmaller(places: count)
        knownEngagement = orders.engagement.steps.count
    }

    /// The same metrics by rank: `order` has the places in rank order.
    init(_ metrics: CohortMetrics, in order: [Int32]) {
        smallerViews = order.map { metrics.smallerViews[Int($0)] }
        smallerVelocity = order.map { metrics.smallerVelocity[Int($0)] }
        smallerEngagement = order.map { metrics.smallerEngagement[Int($0)] }
        count = metrics.count
        knownEngagement = metrics.knownEngagement
    }

    /// 0 to 100.
    func viewsPercentile(_ place: Int) -> Double {
        Formulas.percentile(smaller: Int(smallerViews[place]), of: count)
    }

    /// 0 to 100.
    func velocityPercentile(_ place: Int) -> Double {
        Formulas.percentile(smaller: Int(smallerVelocity[place]), of: count)
    }

    /// What ``viewsPercentile(_:)`` is made of.
    func viewsPlace(_ place: Int) -> PercentilePlace {
        PercentilePlace(smaller: Int(smallerViews[place]), count: count)
    }

    /// What ``velocityPercentile(_:)`` is made of.
    func velocityPlace(_ place: Int) -> PercentilePlace {
        PercentilePlace(smaller: Int(smallerVelocity[place]), count: count)
    }

    /// What ``engagementPercentile(_:)`` is made of; nil where likes are hidden.
    func engagementPlace(_ place: Int) -> PercentilePlace? {
        let smaller = Int(smallerEngagement[place])
        return smaller < 0 ? nil : PercentilePlace(smaller: smaller, count: knownEngagement)
    }

    /// 0 to 100; nil where likes are hidden.
    func engagementPercentile(_ place: Int) -> Double? {
        let smaller = Int(smallerEngagement[place])
        return smaller < 0 ? nil : Formulas.percentile(smaller: smaller, of: knownEngagement)
    }

    /// 0 to 100; nil where likes are hidden.
    func score(_ place: Int) -> Double? {
        engagementPercentile(place).map { engagement in
            Formulas.performanceScore(
                engagement: engagement, velocity: velocityPercentile(place), views: viewsPercentile(place))
        }
    }

    /// The scores as keys; none where likes are hidden.
    func scoreKeys() -> [UInt64] {
        smallerEngagement.indices.map { MetricOrder.key(score($0)) }
    }

    /// Whether the reel hides its likes.
    func hidesLikes(_ place: Int) -> Bool { smallerEngagement[place] < 0 }
}
