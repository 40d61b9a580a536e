public import Reels

/// Where a reel stood as of one instant: what two snapshots are compared by, and what a change is explained with.
public struct Standing: Sendable {
    /// What names the reel.
    public let key: ReelKey
    /// Within the cohort, counted from 0.
    public let rank: Int
    /// Within the cohort, 0 to 100, unrounded.
    public let velocityPercentile: Double
    /// Within the cohort, 0 to 100, unrounded; nil where likes are hidden.
    public let engagementPercentile: Double?
    /// Nil outside the quadrant, and in a small cohort.
    public let breakout: BreakoutState?
    /// Nil where the reel is not compared.
    public let equalAge: EqualAgeVelocity?
    /// When it was last seen.
    public let freshness: Freshness
    /// Views an hour since an earlier sighting; nil where it was seen once, and where rounding hides the gain.
    public let intervalViewsPerHour: Double?
    /// That velocity as a multiple of the lifetime velocity.
    public let acceleration: Double?
    /// See ``IntervalVelocity/isReaccelerating(publishTime:asOf:)``.
    public let isReaccelerating: Bool

    /// A reel published at `publishTime`, with these ranks, as of `asOf`; `scrapedAt` is its newest sighting,
    /// `interval` what it gained up to then.
    public init(
        key: ReelKey, rank: Int, publishTime: Instant, scrapedAt: Instant, asOf: Instant, velocityPercentile: Double,
        engagementPercentile: Double?, isBreakout: Bool?, equalAge: EqualAgeVelocity?, interval: IntervalVelocity?
    ) {
        self.key = key
        self.rank = rank
        self.velocityPercentile = velocityPercentile
        self.engagementPercentile = engagementPercentile
        self.equalAge = equalAge
        freshness = Freshness(scrapedAt: scrapedAt, asOf: asOf)
        breakout = BreakoutState(isBreakout: isBreakout, isFresh: freshness.isFresh, equalAge: equalAge)
        intervalViewsPerHour = interval?.viewsPerHour
        acceleration = interval?.acceleration(publishTime: publishTime)
        isReaccelerating = interval?.isReaccelerating(publishTime: publishTime, asOf: asOf) ?? false
    }

    /// Whether the reel stands in the list of breakouts.
    var isListed: Bool { breakout?.isListed ?? false }
}
