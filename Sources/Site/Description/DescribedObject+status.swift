import Reels

extension DescribedObject {
    /// Of `GET /ingest/status`.
    static let ingestStatus = DescribedObject(
        "IngestStatus", under: "## GET /ingest/status",
        [
            DescribedField("last_scraped_at", .orNull(.time), "time of the newest observation; null without"),
            DescribedField(
                "last_apify_run_id", .orNull(.text),
                "Apify's identifier of the newest run that has one; null without"),
            DescribedField("events_last_run", .count(), "observations of the newest finished run"),
            DescribedField("total_raw_events", .count(), "all observations"),
            DescribedField("latest_state_count", .count(), "all reels"),
            DescribedField("reels_published_last_7d", .count(), "reels published in the last 7 days"),
            DescribedField(
                "newest_run_state", .orNull(.choice(RunState.self)),
                "state of the newest run; null without"),
        ])
}
