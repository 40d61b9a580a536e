/// What a percentile is made of, for whoever computes it anew: ``Formulas/percentile(smaller:of:)``.
public struct PercentilePlace: Sendable, Hashable {
    /// Reels with a strictly smaller value.
    public let smaller: Int
    /// Reels whose value is known, this one among them.
    public let count: Int
}

extension ScoredReel {
    /// Of ``viewsPercentile``.
    public var viewsPlace: PercentilePlace { cohort.metrics.viewsPlace(rank) }
    /// Of ``viewsPerHourPercentile``.
    public var viewsPerHourPlace: PercentilePlace { cohort.metrics.velocityPlace(rank) }
    /// Of ``engagementRatePercentile``; nil where likes are hidden.
    public var engagementRatePlace: PercentilePlace? { cohort.metrics.engagementPlace(rank) }
}
