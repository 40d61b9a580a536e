public import Reels

/// How far counting noise alone lets the engagement rate lie from the one observed. Real engagement varies more.
/// Source: docs/statistics.md, "Engagement's counting noise".
///
/// By hand: 5 interactions on 10 views are a rate of 0.214 to 1.171; 5,000 on 100,000 are 0.0486 to 0.0514; 1,464 on 490 are 2.84
/// to 3.14.
public enum EngagementInterval {
    /// The 95 % interval of `(likes + comments + shares or saves) / views`; its lower end is `engagement_at_least`.
    ///
    /// Engagement can exceed 1, so it is no proportion: the interactions are taken as a Poisson count. Where the
    /// platform rounds, both ends are as far out as the true counts may lie. Nil when likes are hidden or nobody has
    /// viewed the reel; unknown comments, shares and saves count nothing, as in the rate itself.
    public static func of(
        likes: Int64?, comments: Int64?, sharesOrSaves: Int64?, views: Int64, on platform: Platform
    ) -> ClosedRange<Double>? {
        guard let likes, views > 0 else { return nil }
        let counts = [likes, comments ?? 0, sharesOrSaves ?? 0]
        let count = counts.reduce(0) { $0 + Double($1) }
        let halfWidth = counts.reduce(0) { $0 + Double(CountRounding.halfWidth(of: $1, on: platform)) }
        let viewsHalfWidth = Double(CountRounding.halfWidth(of: views, on: platform))
        let least = ConfidenceInterval.poisson(count: count - halfWidth).lowerBound
        let most = ConfidenceInterval.poisson(count: count + halfWidth).upperBound
        return least / (Double(views) + viewsHalfWidth)...most / (Double(views) - viewsHalfWidth)
    }
}
