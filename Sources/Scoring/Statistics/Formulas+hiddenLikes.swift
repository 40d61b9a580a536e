extension Formulas {
    /// Where the score lies when likes are hidden: from an engagement percentile of 0 to one of 100. The percentiles
    /// are of the velocity and of the views, unrounded. `0.40 * velocity + 0.15 * views`, and 45 more. Source: docs/statistics.md,
    /// "Hidden likes".
    public static func scoreRange(velocity: Double, views: Double) -> ClosedRange<Double> {
        let known = 0.40 * velocity + 0.15 * views
        return known...(known + 45)
    }

    /// Whether a reel belongs into the list "fast, likes hidden": only the engagement that nobody can see keeps it from
    /// being a breakout. Percentiles are unrounded; that of engagement is nil where likes are hidden.
    public static func isFastWithHiddenLikes(velocityPercentile: Double, engagementPercentile: Double?) -> Bool {
        isBreakout(velocityPercentile: velocityPercentile, engagementPercentile: engagementPercentile) == nil
    }
}
