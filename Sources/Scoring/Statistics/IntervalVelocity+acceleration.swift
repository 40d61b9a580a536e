public import Reels

extension IntervalVelocity {
    /// Acceleration from which a rising, fresh reel is re-accelerating.
    public static let reacceleration = 1.5

    /// The interval velocity as a multiple of the lifetime velocity at the newest sighting, `V / a`; `a` is at least a
    /// minute. Nil where the interval velocity is, and where nobody has viewed the reel. Source: docs/statistics.md,
    /// "Interval velocity".
    public func acceleration(publishTime: Instant) -> Double? {
        guard newest.views > 0, let viewsPerHour else { return nil }
        let age = Formulas.age(publishedAt: publishTime, asOf: newest.scrapedAt)
        return viewsPerHour / Formulas.viewsPerHour(views: newest.views, age: age)
    }

    /// Whether the reel gains at least one and a half times its lifetime velocity, rounding cannot explain the gain,
    /// and it was seen within a day before `asOf`.
    public func isReaccelerating(publishTime: Instant, asOf: Instant) -> Bool {
        guard movement == .rising, let acceleration = acceleration(publishTime: publishTime) else { return false }
        return acceleration >= Self.reacceleration && Freshness(scrapedAt: newest.scrapedAt, asOf: asOf).isFresh
    }
}
