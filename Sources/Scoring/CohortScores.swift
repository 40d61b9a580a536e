import Reels

/// A cohort's reels in rank order with what ranks them, and no more than its states tell. See ``Cohort``.
package struct CohortScores: Sendable {
    /// How far back publish times reach.
    let window: Window
    /// What the cohort was cut from.
    let states: ReelStates
    /// Rows of ``states`` in rank order: score descending, null last; then views descending; then key ascending.
    let rows: [Int32]
    /// The metrics of the reels in ``rows``, in the same order.
    let metrics: CohortMetrics

    /// The middle of the cohort's views; nil of an empty cohort.
    let medianViews: Double?
    /// A quarter of the reels have at most so many views.
    let firstQuartileViews: Double?
    /// Three quarters of the reels have at most so many views.
    let thirdQuartileViews: Double?
    /// The middle of the cohort's views an hour; nil of an empty cohort.
    let medianViewsPerHour: Double?
    /// The middle of the known engagement rates; nil where none is known.
    let medianEngagementRate: Double?

    /// `order` has the places of the members in rank order, and `metrics` belongs to it.
    init(_ orders: CohortOrders, order: [Int32], metrics: CohortMetrics) {
        window = orders.window
        states = orders.states
        rows = order.map { orders.members[Int($0)] }
        self.metrics = metrics
        let ascendingViews = orders.views.steps.lazy.map { orders.states.views[Int(orders.members[$0.place])] }
        medianViews = Formulas.quantile(0.5, ofSorted: ascendingViews)
        firstQuartileViews = Formulas.quantile(0.25, ofSorted: ascendingViews)
        thirdQuartileViews = Formulas.quantile(0.75, ofSorted: ascendingViews)
        let states = orders.states
        let ascendingVelocity = orders.velocity.steps.lazy.map { states.viewsPerHour(Int(orders.members[$0.place])) }
        medianViewsPerHour = Formulas.quantile(0.5, ofSortedMeasures: ascendingVelocity)
        // The order has none that is unknown.
        let ascendingEngagement = orders.engagement.steps.lazy.map {
            states.engagementRate(Int(orders.members[$0.place])) ?? 0
        }
        medianEngagementRate = Formulas.quantile(0.5, ofSortedMeasures: ascendingEngagement)
    }
}
