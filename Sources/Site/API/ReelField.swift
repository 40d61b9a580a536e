import Reels
import Scoring

/// One field of a reel as it leaves: the member of a JSON object and the column of a CSV alike.
/// What each says, and when it is null, stands in `docs/api.md`, which a test compares with ``all``.
struct ReelField: Sendable {
    let name: String
    let value: @Sendable (ToldReel) -> Scalar

    /// All fields, in the order of the answer.
    static let all = standing + quantities

    /// What was seen of the reel, and where it stands in its cohort.
    private static let standing: [ReelField] = [
        ReelField(name: "reel_id") { .text($0.reel.key.reelID) },
        ReelField(name: "platform") { .text($0.reel.cohort.platform.rawValue) },
        ReelField(name: "reel_url") { .text($0.reel.reelURL) },
        ReelField(name: "creator_username") { .text($0.reel.creatorUsername) },
        ReelField(name: "publish_time") { .time($0.reel.publishTime) },
        ReelField(name: "latest_scraped_at") { .time($0.reel.scrapedAt) },
        ReelField(name: "views") { .count($0.reel.views) },
        ReelField(name: "likes") { .count($0.reel.likes) },
        ReelField(name: "comments") { .count($0.reel.comments) },
        ReelField(name: "shares_or_saves") { .count($0.reel.sharesOrSaves) },
        ReelField(name: "hours_since_publish") { .decimal($0.reel.hoursSincePublish, places: 2) },
        ReelField(name: "views_per_hour") { .decimal($0.reel.viewsPerHour, places: 2) },
        ReelField(name: "engagement_rate") { .decimal($0.reel.engagementRate, places: 4) },
        ReelField(name: "views_percentile") { .decimal($0.reel.viewsPercentile, places: 2) },
        ReelField(name: "views_per_hour_percentile") { .decimal($0.reel.viewsPerHourPercentile, places: 2) },
        ReelField(name: "engagement_rate_percentile") { .decimal($0.reel.engagementRatePercentile, places: 2) },
        ReelField(name: "performance_score") { .decimal($0.reel.performanceScore, places: 2) },
        ReelField(name: "view_multiplier") { .decimal($0.reel.viewMultiplier, places: 4) },
        ReelField(name: "is_outlier") { .flag($0.reel.isOutlier) },
        ReelField(name: "is_breakout") { .flag($0.reel.isBreakout) },
    ]

    /// What stands beside the score.
    private static let quantities: [ReelField] = [
        ReelField(name: "rank") { .count(Int64($0.reel.rank + 1)) },
        ReelField(name: "previous_rank") { .count($0.reel.previousRank.map { Int64($0 + 1) }) },
        ReelField(name: "seen_hours_ago") { .decimal($0.reel.freshness.seenHoursAgo, places: 2) },
        ReelField(name: "is_fresh") { .flag($0.reel.freshness.isFresh) },
        ReelField(name: "sightings") { .count(Int64($0.reel.sightings)) },
        ReelField(name: "breakout_state") { .text($0.reel.breakoutState?.rawValue) },
        ReelField(name: "equal_age_percentile") { .decimal($0.equalAge?.percentile, places: 2) },
        ReelField(name: "equal_age_percentile_at_least") { .decimal($0.equalAge?.interval?.lowerBound, places: 2) },
        ReelField(name: "equal_age_percentile_at_most") { .decimal($0.equalAge?.interval?.upperBound, places: 2) },
        ReelField(name: "equal_age_peers") { .count($0.equalAge.map { Int64($0.peers) }) },
        ReelField(name: "few_peers") { .flag($0.equalAge?.hasFewPeers) },
        ReelField(name: "interval_movement") { .text($0.interval?.movement.rawValue) },
        ReelField(name: "interval_hours") { .decimal($0.interval?.hours, places: 2) },
        ReelField(name: "interval_views_gained") { .count($0.interval?.gain) },
        ReelField(name: "interval_views_per_hour") { .decimal($0.interval?.viewsPerHour, places: 2) },
        ReelField(name: "interval_views_per_hour_at_least") { .decimal($0.leastIntervalViewsPerHour, places: 2) },
        ReelField(name: "interval_views_per_hour_at_most") { .decimal($0.interval?.mostViewsPerHour, places: 2) },
        ReelField(name: "acceleration") { .decimal($0.acceleration, places: 4) },
        ReelField(name: "is_reaccelerating") { .flag($0.isReaccelerating) },
        ReelField(name: "engagement_at_least") { .decimal($0.reel.engagementInterval?.lowerBound, places: 4) },
        ReelField(name: "engagement_at_most") { .decimal($0.reel.engagementInterval?.upperBound, places: 4) },
        ReelField(name: "score_at_least") { .decimal($0.reel.scoreRange?.lowerBound, places: 2) },
        ReelField(name: "score_at_most") { .decimal($0.reel.scoreRange?.upperBound, places: 2) },
        ReelField(name: "is_fast_with_hidden_likes") { .flag($0.reel.isFastWithHiddenLikes) },
        ReelField(name: "creator_multiplier") { .decimal($0.reel.creatorMultiplier, places: 4) },
        ReelField(name: "creator_multiplier_class") { .count(($0.creatorMultiplierClass?.rawValue).map(Int64.init)) },
        ReelField(name: "shares_known") { .flag($0.reel.knowsShares) },
    ]
}
