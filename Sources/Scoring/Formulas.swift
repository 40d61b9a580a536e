public import Reels

/// The formulas of the score, each as it is specified: IEEE doubles, evaluated left to right, nothing rounded.
/// PostgreSQL computes the same doubles in `shortpulse-ingest verify`.
public enum Formulas {
    /// Microseconds in an hour, as a double: what turns a count over microseconds into one an hour.
    public static let microsecondsPerHour = 3.6e9
    /// A reel younger than a minute counts as a minute old, so that its velocity stays finite.
    static let shortestAge = Microseconds.minute
    /// Below so many reels percentiles mean little, and nothing is flagged.
    public static let smallestFlaggedCohort = 20
    /// Score from which a reel is a top performer.
    public static let topPerformerScore = 95.0
    /// Velocity percentile from which a reel can break out.
    public static let breakoutVelocityPercentile = 80.0
    /// Engagement percentile from which a fast reel is one that breaks out.
    public static let breakoutEngagementPercentile = 70.0

    /// Microseconds from publication to `asOf`, at least a minute.
    public static func age(publishedAt: Instant, asOf: Instant) -> Int64 {
        max(asOf.microseconds(since: publishedAt), shortestAge)
    }

    /// Hours of an age in microseconds.
    public static func hours(age: Int64) -> Double {
        Double(age) / microsecondsPerHour
    }

    /// Views an hour over the reel's whole life: a lower bound, since views can only have grown after they were seen.
    public static func viewsPerHour(views: Int64, age: Int64) -> Double {
        Double(views) * microsecondsPerHour / Double(age)
    }

    /// `(likes + comments + shares or saves) / views`. Nil when likes are hidden; 0 when nobody has viewed the reel; unknown
    /// comments, shares and saves count nothing. It can exceed 1.
    public static func engagementRate(
        likes: Int64?, comments: Int64?, sharesOrSaves: Int64?, views: Int64
    ) -> Double? {
        guard let likes else { return nil }
        guard views > 0 else { return 0 }
        return (Double(likes) + Double(comments ?? 0) + Double(sharesOrSaves ?? 0)) / Double(views)
    }

    /// `percent_rank() * 100`: the share of the other reels with a strictly smaller value, 0 to 100; 100 for a reel alone.
    public static func percentile(smaller: Int, of count: Int) -> Double {
        count == 1 ? 100 : 100.0 * Double(smaller) / Double(count - 1)
    }

    /// The score, 0 to 100, from unrounded percentiles.
    public static func performanceScore(engagement: Double, velocity: Double, views: Double) -> Double {
        0.45 * engagement + 0.40 * velocity + 0.15 * views
    }

    /// `views > Q3 * (Q3 / Q1)^1.5`, the usual fence on the logarithm of views, without the root: both sides squared and
    /// multiplied by `Q1^3`. False when `Q1` is 0.
    public static func isOutlier(views: Int64, firstQuartile q1: Double, thirdQuartile q3: Double) -> Bool {
        guard q1 > 0 else { return false }
        let views = Double(views)
        return (views * views) * (q1 * q1 * q1) > q3 * q3 * q3 * q3 * q3
    }

    /// The upper right of the scatter. False where velocity alone decides it, nil where engagement would have to and is not
    /// known.
    public static func isBreakout(velocityPercentile: Double, engagementPercentile: Double?) -> Bool? {
        guard velocityPercentile >= breakoutVelocityPercentile else { return false }
        return engagementPercentile.map { $0 >= breakoutEngagementPercentile }
    }

    /// The quantile `p` (0 to 1) of ascending values, interpolated linearly at `(n - 1) * p`, as PostgreSQL's
    /// `percentile_cont` does. Nil of nothing.
    public static func quantile(_ p: Double, ofSorted values: some RandomAccessCollection<Int64>) -> Double? {
        quantile(p, ofSortedMeasures: values.lazy.map { Double($0) })
    }

    /// The same of what is no count.
    public static func quantile(_ p: Double, ofSortedMeasures values: some RandomAccessCollection<Double>) -> Double? {
        guard !values.isEmpty else { return nil }
        let position = Double(values.count - 1) * p
        let lower = Int(position.rounded(.down))
        let upper = min(lower + 1, values.count - 1)
        let low = values[values.index(values.startIndex, offsetBy: lower)]
        let high = values[values.index(values.startIndex, offsetBy: upper)]
        return low + (high - low) * (position - Double(lower))
    }
}
