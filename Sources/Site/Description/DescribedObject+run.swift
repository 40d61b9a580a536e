import Reels

extension DescribedObject {
    /// A run of `GET /ingest/runs`.
    static let run = DescribedObject(
        "Run", under: "## GET /ingest/runs",
        [
            DescribedField("id", .uuid, "UUID"),
            DescribedField("source", .choice(RunSource.self), "`apify`, `import`"),
            DescribedField(
                "platform", .orNull(.choice(Platform.self)),
                "the platform of its items; null where there were several or none"),
            DescribedField(
                "state", .choice(RunState.self),
                "`queued`, `running`, `succeeded`, `empty`, `partial`, `failed`"),
            DescribedField("started_at", .time, "time"),
            DescribedField("finished_at", .orNull(.time), "time; null while it goes on"),
            DescribedField("scraped_at", .orNull(.time), "when the platform was looked at; null while unknown"),
            DescribedField("apify_run_id", .orNull(.text), "null for an import"),
            DescribedField(
                "items_received", .count(),
                "all items: `items_observed + items_duplicate + items_rejected`"),
            DescribedField("items_observed", .count(), "items that became observations"),
            DescribedField("items_duplicate", .count(), "items that told what was known"),
            DescribedField("items_rejected", .count(), "items that are no reel"),
            DescribedField("cost_usd", .orNull(.number()), "US dollars; null where unknown"),
            DescribedField("error", .orNull(.text), "why it failed; null otherwise"),
        ])
}
