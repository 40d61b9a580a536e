import Reels
import Scoring

extension DescribedObject {
    /// Of `GET /reels/{platform}/{reel_id}`.
    static let record = DescribedObject(
        "ReelRecord", under: "## GET /reels/{platform}/{reel_id}",
        [
            DescribedField("as_of", .time, "the instant: as asked, or the time of the platform's newest observation"),
            DescribedField("window", .choice(Window.self), "as asked"),
            DescribedField("platform", .choice(Platform.self), "of the path"),
            DescribedField("dataset", .choice(Dataset.self), "which data set answered"),
            DescribedField("cohort_size", .count(), "reels of the platform in `window`"),
            DescribedField(
                "reel", .object(.recordedReel),
                """
                the fields of a reel, see above. In the cohort of `window`; where it was not published in it, all that \
                belongs to a cohort is null: the percentiles, the score and its ends, `view_multiplier`, `is_outlier`, \
                `is_breakout`, `breakout_state`, `rank`, `previous_rank`, `is_fast_with_hidden_likes`. What compares it \
                with other reels at the same age or of its creator is null for a reel that is in no window
                """),
            DescribedField(
                "windows", .list(of: .object(.windowStanding)),
                "of each window its name, `cohort_size`, and the fields that belong to a cohort"),
            DescribedField(
                "observations", .list(of: .object(.observation)),
                "every observation not later than `as_of`, oldest first, see below"),
            DescribedField(
                "missing_months", .list(of: .text),
                """
                months, such as `2026-01`, in which it may have been seen, and whose observations were detached from the \
                database
                """),
        ])

    /// A reel that may stand in no cohort: what belongs to one is then null.
    static let recordedReel = DescribedObject(
        "RecordedReel", under: reel.heading, isTold: false,
        reel.fields.map { namesOfCohort.contains($0.name) ? $0.orNull : $0 })

    /// Where a reel stands in one window.
    static let windowStanding = DescribedObject(
        "WindowStanding", under: reel.heading, isTold: false,
        [
            DescribedField("window", .choice(Window.self), "which"),
            DescribedField("cohort_size", .count(), "reels of the platform in it"),
        ] + reel.fields.filter { namesOfCohort.contains($0.name) }.map(\.orNull))

    private static let namesOfCohort = Set(ReelField.all.filter(\.isOfCohort).map(\.name))

    /// One look at a reel.
    static let observation = DescribedObject(
        "Observation", under: "### Fields of an observation",
        [
            DescribedField("scraped_at", unit: "time", .time, "when the platform was looked at"),
            DescribedField(
                "scraped_at_is_exact", unit: "flag", .flag,
                "false where it is a file's modification time: growth by it means nothing"),
            DescribedField("run_id", unit: "text", .orNull(.text), "the run that brought it: `/ingest/runs/{id}`"),
            DescribedField("views", unit: "count", .count(), "views at that time"),
            DescribedField(
                "views_source", unit: "text", .text,
                "the field of the item that they were read from; views compare only where it is the same"),
            DescribedField("likes", unit: "count", .orNull(.count()), "null where the creator hides them"),
            DescribedField("comments", unit: "count", .orNull(.count()), "null where unknown"),
            DescribedField("shares", unit: "count", .orNull(.count()), "null where unknown"),
            DescribedField("saves", unit: "count", .orNull(.count()), "null where unknown"),
            DescribedField("publish_time", unit: "time", .time, "as it was said then"),
            DescribedField(
                "publish_time_is_exact", unit: "flag", .flag, "false where the platform told only the day"),
            DescribedField("reel_url", unit: "text", .orNull(.text), "as received. Null where unknown"),
            DescribedField("creator_username", unit: "text", .orNull(.text), "null where unknown"),
            DescribedField("caption_text", unit: "text", .orNull(.text), "null where there is none"),
            DescribedField(
                "audio_id", unit: "text", .orNull(.text), "the platform's identifier of its sound. Null where unknown"),
            DescribedField("audio_name", unit: "text", .orNull(.text), "null where unknown"),
            DescribedField("duration_seconds", unit: "seconds", .orNull(.number()), "null where unknown"),
            DescribedField("hashtags", unit: "list", .list(of: .text), "without their `#`"),
        ])
}

extension DescribedField {
    /// The same where it can be null as well.
    fileprivate var orNull: DescribedField {
        if case .orNull = shape { return self }
        return DescribedField(name, unit: unit, .orNull(shape), meaning)
    }
}
