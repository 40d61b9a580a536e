public import Postgres
public import Reels

/// Reads how the ingestion of live data stands.
public struct StatusReader: Sendable {
    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// The status, from one statement, so that its parts belong together.
    public func status(_ connection: borrowing Connection) throws -> IngestionStatus {
        let name = schema.quoted
        let rows = try connection.execute(
            """
            -- status.read
            WITH clock AS (
                SELECT platform, max(scraped_at) AS instant FROM \(unescaped: name).reels_latest_state GROUP BY platform
            )
            SELECT
                (SELECT \(unescaped: RunStore.micros("max(instant)")) FROM clock),
                (SELECT apify_run_id FROM \(unescaped: name).ingestion_runs
                    WHERE apify_run_id IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT 1),
                (SELECT items_observed FROM \(unescaped: name).ingestion_runs
                    WHERE finished_at IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT 1),
                (SELECT coalesce(sum(items_observed), 0)::bigint FROM \(unescaped: name).ingestion_runs
                    WHERE finished_at IS NOT NULL),
                (SELECT count(*) FROM \(unescaped: name).reels_latest_state),
                (SELECT count(*) FROM \(unescaped: name).reels_latest_state JOIN clock USING (platform)
                    WHERE publish_time BETWEEN instant - interval '168 hours' AND instant),
                (SELECT state FROM \(unescaped: name).ingestion_runs ORDER BY started_at DESC, id DESC LIMIT 1)
            """)
        return IngestionStatus(
            lastScrapedAt: try rows.instant(0, 0), lastApifyRunID: rows.text(0, 1),
            eventsLastRun: try rows.integer(0, 2) ?? 0, totalRawEvents: try rows.integer(0, 3) ?? 0,
            latestStateCount: try rows.integer(0, 4) ?? 0, reelsPublishedLast7d: try rows.integer(0, 5) ?? 0,
            newestRunState: rows.text(0, 6).flatMap(RunState.init(rawValue:)))
    }
}
