import Reels
import Scoring

/// One field of a reel as it leaves: the member of a JSON object and the column of a CSV alike.
struct ReelField: Sendable {
    let name: String
    let value: @Sendable (ScoredReel) -> Scalar

    /// All fields, in the order of the answer.
    static let all: [ReelField] = [
        ReelField(name: "reel_id") { .text($0.key.reelID) },
        ReelField(name: "platform") { .text($0.cohort.platform.rawValue) },
        ReelField(name: "reel_url") { .text($0.reelURL) },
        ReelField(name: "creator_username") { .text($0.creatorUsername) },
        ReelField(name: "publish_time") { .time($0.publishTime) },
        ReelField(name: "latest_scraped_at") { .time($0.scrapedAt) },
        ReelField(name: "views") { .count($0.views) },
        ReelField(name: "likes") { .count($0.likes) },
        ReelField(name: "comments") { .count($0.comments) },
        ReelField(name: "shares_or_saves") { .count($0.sharesOrSaves) },
        ReelField(name: "hours_since_publish") { .decimal($0.hoursSincePublish, places: 2) },
        ReelField(name: "views_per_hour") { .decimal($0.viewsPerHour, places: 2) },
        ReelField(name: "engagement_rate") { .decimal($0.engagementRate, places: 4) },
        ReelField(name: "views_percentile") { .decimal($0.viewsPercentile, places: 2) },
        ReelField(name: "views_per_hour_percentile") { .decimal($0.viewsPerHourPercentile, places: 2) },
        ReelField(name: "engagement_rate_percentile") { .decimal($0.engagementRatePercentile, places: 2) },
        ReelField(name: "performance_score") { .decimal($0.performanceScore, places: 2) },
        ReelField(name: "view_multiplier") { .decimal($0.viewMultiplier, places: 4) },
        ReelField(name: "is_outlier") { .flag($0.isOutlier) },
        ReelField(name: "is_breakout") { .flag($0.isBreakout) },
    ]
}
