import Reels
import Scoring

extension DescribedParameter {
    /// What `GET /reels/performance` takes, in the order in which its refusals name them.
    static let list: [DescribedParameter] = [
        DescribedParameter(
            "window", .choice(Window.self),
            values: "`7d`, `30d`, `90d`",
            usual: "`7d`"),
        DescribedParameter(
            "platform", .choice(Platform.self),
            values: "`instagram`, `tiktok`, `youtube`",
            usual: "all"),
        DescribedParameter(
            "as_of", .time,
            values: """
                an instant not later than now, such as `2026-05-01T12:00:00Z`; the `+` of an offset is written `%2B`
                """,
            usual: "each platform's newest data"),
        DescribedParameter(
            "dataset", .choice(Dataset.self),
            values: "`live`, `sample`",
            usual: "live data; the sample while there is none"),
        DescribedParameter(
            "min_views", .count(),
            values: "whole number, inclusive",
            usual: "none"),
        DescribedParameter(
            "min_likes", .count(),
            values: "whole number, inclusive; leaves out hidden likes",
            usual: "none"),
        DescribedParameter(
            "min_comments", .count(),
            values: "whole number, inclusive; leaves out unknown comments",
            usual: "none"),
        DescribedParameter(
            "min_engagement_rate", .pattern("^[0-9]{1,11}(\\.[0-9]{1,11})?$"),
            values: "decimal number, inclusive; leaves out unknown rates",
            usual: "none"),
        DescribedParameter(
            "outliers", .flag,
            values: "`true` shows outliers only; `false` shows all",
            usual: "`false`"),
        DescribedParameter(
            "cell", .pattern("^(velocity|pace)-([0-9]|[12][0-9]|3[0-9])-([0-9]|[12][0-9]|3[0-9])$"),
            values: """
                a cell of the scatter: `velocity-12-30` are the reels whose velocity percentile lies in [30, 32.5) and\
                 whose engagement percentile lies in [75, 77.5): 40 cells each way, 2.5 wide, the last with 100; \
                `pace-12-30` takes the percentile at equal age across
                """,
            usual: "none"),
        DescribedParameter(
            "sort", .choice(SortField.self),
            values: """
                the field by which reels are ordered, those with the most of it first and unknown last: \
                `performance_score`, `breakout_state` (confirmed, candidate, unseen, none), `publish_time`, \
                `latest_scraped_at`, `views`, `interval_views_gained`, `interval_views_per_hour`, `views_per_hour`, \
                `equal_age_percentile`, `engagement_rate`, `engagement_at_least`, `creator_multiplier`, `rank_change` \
                (places climbed since the run before); equals stand in the order of the score
                """,
            usual: "`performance_score`"),
        DescribedParameter(
            "order", .words(["desc", "asc"]),
            values: "`desc`; `asc`: the least first, unknown last still",
            usual: "`desc`"),
        DescribedParameter(
            "format", .choice(ReelsFormat.self),
            values: "`json`, `ndjson`, `csv`",
            usual: "`json`"),
        DescribedParameter(
            "limit", .count(from: 1, to: Int64(ReelsQuery.mostRows)),
            values: "1 to 50,000",
            usual: "all; JSON of more than 50,000 reels needs it"),
        DescribedParameter(
            "cursor", .pattern("^([0-9a-f]{2}){8,128}$"),
            values: """
                `next_cursor` of the answer before, with the same other parameters; `limit` and `format` may change
                """,
            usual: "the beginning"),
    ]
}
