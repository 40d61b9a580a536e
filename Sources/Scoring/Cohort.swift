public import Reels

/// The reels of one platform published in the window that ends at as-of, scored and in rank order. Immutable.
///
/// Metrics are columns: element `r` of each belongs to the reel at rank `r`, counted from 0. `rows[r]` is that reel's row in
/// ``states``.
public struct Cohort: Sendable {
    /// The platform of all its reels.
    public let platform: Platform
    /// How far back publish times reach.
    public let window: Window
    /// Where the window ends.
    public let asOf: Instant
    /// What the cohort was cut from; shared with the platform's other windows.
    public let states: ReelStates
    /// Rows of ``states`` in rank order: score descending, null last; then views descending; then key ascending.
    public let rows: [Int32]

    /// Age in microseconds, at least a minute.
    let ages: [Int64]
    let viewsPerHour: [Double]
    /// NaN where likes are hidden.
    let engagementRates: [Double]
    let viewsPercentiles: [Double]
    let velocityPercentiles: [Double]
    /// NaN where likes are hidden.
    let engagementPercentiles: [Double]
    /// NaN where a percentile is unknown.
    let scores: [Double]

    /// The middle of the cohort's views; nil of an empty cohort.
    public let medianViews: Double?
    /// A quarter of the reels have at most so many views.
    public let firstQuartileViews: Double?
    /// Three quarters of the reels have at most so many views.
    public let thirdQuartileViews: Double?

    /// Number of reels.
    public var count: Int { rows.count }

    /// Whether there are too few reels for percentiles to mean much: both flags are then null and nothing is amber.
    public var isSmall: Bool { count < Formulas.smallestFlaggedCohort }

    /// The reel at `rank`, counted from 0.
    public subscript(rank: Int) -> ScoredReel {
        ScoredReel(cohort: self, rank: rank)
    }
}
