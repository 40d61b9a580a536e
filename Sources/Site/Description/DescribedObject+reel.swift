import Reels
import Scoring

extension DescribedObject {
    /// A reel of `GET /reels/performance`.
    static let reel = DescribedObject(
        "Reel", under: "### Fields of a reel",
        [
            DescribedField(
                "reel_id", unit: "text", .text,
                "the platform's own identifier; unique together with `platform`"),
            DescribedField("platform", unit: "text", .choice(Platform.self), "`instagram`, `tiktok` or `youtube`"),
            DescribedField(
                "reel_url", unit: "text", .orNull(.text),
                "the address as received; check it before you make a link of it. Null where unknown"),
            DescribedField(
                "creator_username", unit: "text", .orNull(.text),
                "the creator's handle; on YouTube the channel's name. Null where unknown"),
            DescribedField(
                "publish_time", unit: "time", .time,
                "when it was published; midnight where the platform tells only the day"),
            DescribedField("latest_scraped_at", unit: "time", .time, "when it was seen last, not later than as-of"),
            DescribedField("views", unit: "count", .count(), "at `latest_scraped_at`, as are the next three"),
            DescribedField("likes", unit: "count", .orNull(.count()), "null where the creator hides them"),
            DescribedField("comments", unit: "count", .orNull(.count()), "null where unknown"),
            DescribedField(
                "shares_or_saves", unit: "count", .orNull(.count()),
                "shares where known, else saves, never their sum. Null where neither is known"),
            DescribedField(
                "hours_since_publish", unit: "hours, at least 1/60", .number(),
                "as-of minus `publish_time`"),
            DescribedField(
                "views_per_hour", unit: "views an hour", .number(),
                "`views / hours_since_publish`. A lower bound: views can only have grown after they were seen"),
            DescribedField(
                "engagement_rate", unit: "0 and more, can exceed 1", .orNull(.number()),
                """
                `(likes + comments + shares_or_saves) / views`; unknown comments and shares count 0; 0 without views. \
                Null where likes are hidden
                """),
            DescribedField(
                "views_percentile", unit: "0 to 100", .number(to: 100),
                "cohort reels with strictly fewer views, of the others. 100 for a reel alone"),
            DescribedField(
                "views_per_hour_percentile", unit: "0 to 100", .number(to: 100),
                "the same of `views_per_hour`"),
            DescribedField(
                "engagement_rate_percentile", unit: "0 to 100", .orNull(.number(to: 100)),
                "the same of `engagement_rate`, among the reels whose rate is known. Null where likes are hidden"),
            DescribedField(
                "performance_score", unit: "0 to 100", .orNull(.number(to: 100)),
                """
                `0.45 * engagement_rate_percentile + 0.40 * views_per_hour_percentile + 0.15 * views_percentile`. Null\
                 where likes are hidden
                """),
            DescribedField(
                "view_multiplier", unit: "0 and more", .orNull(.number()),
                "`views` over the median of the cohort's views. Null where that is 0"),
            DescribedField(
                "is_outlier", unit: "flag", .orNull(.flag),
                """
                `views > Q3 * (Q3 / Q1)^1.5` of the cohort's views; false where Q1 is 0. Null in a cohort of fewer \
                than 20
                """),
            DescribedField(
                "is_breakout", unit: "flag", .orNull(.flag),
                """
                `views_per_hour_percentile` at least 80 and `engagement_rate_percentile` at least 70. Null in a cohort\
                 of fewer than 20, and where only hidden likes could tell
                """),
            DescribedField("rank", unit: "from 1", .count(from: 1), "place in the cohort of its platform"),
            DescribedField(
                "previous_rank", unit: "from 1", .orNull(.count(from: 1)),
                """
                its place as of `previous_as_of`. Null where it was in no cohort then, or there was no run before
                """),
            DescribedField("seen_hours_ago", unit: "hours, 0 and more", .number(), "as-of minus `latest_scraped_at`"),
            DescribedField("is_fresh", unit: "flag", .flag, "seen at most 24 hours ago"),
            DescribedField(
                "sightings", unit: "1 to 255", .count(from: 1, to: 255),
                "how often it was seen by as-of; 255 is that often or more often"),
            DescribedField(
                "breakout_state", unit: "text", .orNull(.choice(BreakoutState.self)),
                """
                `confirmed`: a breakout, fresh, and `equal_age_percentile_at_least` is 80 or more. `candidate`: a \
                breakout and fresh. `unseen`: a breakout, not fresh. Null where `is_breakout` is false or null
                """),
            DescribedField(
                "equal_age_percentile", unit: "0 to 100", .orNull(.number(to: 100)),
                """
                peers that were strictly slower when they were as old. Null with few peers, and where the reel is not \
                compared
                """),
            DescribedField(
                "equal_age_percentile_at_least", unit: "0 to 100", .orNull(.number(to: 100)),
                "lower end of its 95 % interval (Wilson). Null where it is"),
            DescribedField(
                "equal_age_percentile_at_most", unit: "0 to 100", .orNull(.number(to: 100)),
                "upper end. Null where it is"),
            DescribedField(
                "equal_age_peers", unit: "reels", .orNull(.count()),
                """
                how many it is compared with. Null where the reel is not compared: last seen before it was 1 hour or \
                after it was 720 hours old, its publish time known to the day only, or its scrape times those of files
                """),
            DescribedField(
                "few_peers", unit: "flag", .orNull(.flag),
                "fewer than 30 peers. Null where the reel is not compared"),
            DescribedField(
                "interval_movement", unit: "text", .orNull(.choice(IntervalVelocity.Movement.self)),
                """
                what two sightings say: `rising`, `unchanged`, `below_resolution` (rounding can explain the \
                difference), `fell` (doubt the data). Null where there is no sighting at least 3 hours before, of the \
                same count
                """),
            DescribedField(
                "interval_hours", unit: "hours, at least 3", .orNull(.number(from: 3)),
                "between the two sightings. Null where `interval_movement` is"),
            DescribedField(
                "interval_views_gained", unit: "count", .orNull(.anyCount),
                "newer minus earlier count, as shown; negative where it fell. Null where `interval_movement` is"),
            DescribedField(
                "interval_views_per_hour", unit: "views an hour", .orNull(.number()),
                "`interval_views_gained / interval_hours`. Null unless `rising` or `unchanged`"),
            DescribedField(
                "interval_views_per_hour_at_least", unit: "views an hour", .orNull(.number()),
                "the least that rounding leaves possible. Null where `interval_views_per_hour` is"),
            DescribedField(
                "interval_views_per_hour_at_most", unit: "views an hour", .orNull(.number()),
                """
                the most that rounding leaves possible; given below resolution too. Null where `interval_movement` is \
                null or `fell`
                """),
            DescribedField(
                "acceleration", unit: "0 and more", .orNull(.number()),
                """
                `interval_views_per_hour` over the lifetime velocity at the newer sighting. Null where \
                `interval_views_per_hour` is, and without views
                """),
            DescribedField(
                "is_reaccelerating", unit: "flag", .orNull(.flag),
                "rising, fresh, and `acceleration` at least 1.5. Null where `interval_movement` is"),
            DescribedField(
                "engagement_at_least", unit: "0 and more", .orNull(.number()),
                """
                lower end of the counting noise of `engagement_rate` (95 %, Poisson). Null where likes are hidden, and\
                 without views
                """),
            DescribedField(
                "engagement_at_most", unit: "0 and more", .orNull(.number()),
                "upper end. Null where `engagement_at_least` is"),
            DescribedField(
                "score_at_least", unit: "0 to 55", .orNull(.number(to: 55)),
                "what the score is at least, whatever likes are hidden. Null where the score is known"),
            DescribedField(
                "score_at_most", unit: "45 to 100", .orNull(.number(from: 45, to: 100)),
                "what it is at most: 45 more. Null where the score is known"),
            DescribedField(
                "is_fast_with_hidden_likes", unit: "flag", .flag,
                """
                likes are hidden and `views_per_hour_percentile` is at least 80: nobody can see whether it breaks out.\
                 False in a cohort of fewer than 20
                """),
            DescribedField(
                "creator_multiplier", unit: "0 and more", .orNull(.number()),
                """
                `views` over the median of the creator's other reels published in the 90 days before as-of. Null where\
                 the creator is unknown or has fewer than 3 others, and where that median is 0
                """),
            DescribedField(
                "creator_multiplier_class", unit: "2, 5, 10, 20, 50, 100", .orNull(.multiplierClass),
                "the highest of these that `creator_multiplier` reaches. Null below 2, and where it is"),
            DescribedField("shares_known", unit: "flag", .flag, "`shares_or_saves` are shares"),
        ])
}
