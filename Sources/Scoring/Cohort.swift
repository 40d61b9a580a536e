public import Reels

/// The reels of one platform published in the window that ends at as-of, scored and in rank order. Immutable, and shared by
/// reference: a request looks at thousands of its reels, and each look would retain every column of a structure.
public final class Cohort: Sendable {
    /// How far back publish times reach.
    public let window: Window
    /// What the cohort was cut from; shared with the platform's other windows.
    public let states: ReelStates
    /// Rows of ``states`` in rank order: score descending, null last; then views descending; then key ascending.
    public let rows: [Int32]
    /// The metrics of the reels in ``rows``, in the same order.
    let metrics: CohortMetrics

    /// The middle of the cohort's views; nil of an empty cohort.
    public let medianViews: Double?
    /// A quarter of the reels have at most so many views.
    public let firstQuartileViews: Double?
    /// Three quarters of the reels have at most so many views.
    public let thirdQuartileViews: Double?

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
    }

    /// The platform of all its reels.
    public var platform: Platform { states.platform }

    /// Where the window ends.
    public var asOf: Instant { states.asOf }

    /// Number of reels.
    public var count: Int { rows.count }

    /// Whether there are too few reels for percentiles to mean much: both flags are then null and nothing is amber.
    public var isSmall: Bool { count < Formulas.smallestFlaggedCohort }

    /// The reel at `rank`, counted from 0.
    public subscript(rank: Int) -> ScoredReel {
        ScoredReel(cohort: self, rank: rank)
    }
}
