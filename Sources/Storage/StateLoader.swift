public import Postgres
public import Reels

/// Reads what cohorts are made of, by binary `COPY` straight into columns.
public struct StateLoader: Sendable {
    let schema: Schema

    /// From one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// What changes whenever a finished run has brought something, or months were detached: cheap to ask for again and again.
    public func version(_ connection: borrowing Connection) throws(PostgresError) -> String {
        let rows = try connection.execute(
            """
            -- states.version
            SELECT count(*) || '/' || coalesce(max(finished_at)::text, '') || '/' || coalesce(sum(items_observed), 0)
                || '/' || (SELECT coalesce(max(answerable_since)::text, '') FROM \(unescaped: schema.quoted).detached_months)
            FROM \(unescaped: schema.quoted).ingestion_runs WHERE items_observed > 0 AND finished_at IS NOT NULL
            """)
        return rows.text(0, 0) ?? ""
    }

    /// Which runs have brought something.
    public func finishedRuns(_ connection: borrowing Connection) throws -> FinishedRuns {
        let rows = try connection.execute(
            """
            -- states.runs
            SELECT id, items_observed, \(unescaped: RunStore.micros("scraped_at")), platform,
                \(unescaped: RunStore.micros("finished_at"))
            FROM \(unescaped: schema.quoted).ingestion_runs WHERE items_observed > 0 AND finished_at IS NOT NULL
            """)
        var runs = FinishedRuns()
        for row in 0..<rows.count {
            runs.add(
                id: rows.text(row, 0) ?? "", observed: try rows.integer(row, 1) ?? 0,
                scrapedAt: try rows.instant(row, 2), finishedAt: try rows.instant(row, 4) ?? .earliest,
                platform: rows.text(row, 3).flatMap(Platform.init(rawValue:)))
        }
        return runs
    }

    /// Runs `body` in a transaction all of whose statements see the same data, whatever is stored meanwhile.
    public func atOnePointInTime<R>(
        _ connection: borrowing Connection, _ body: (borrowing Connection) throws -> R
    ) throws -> R {
        try connection.transaction { connection in
            try connection.execute("-- states.isolate\nSET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            // Before anything is looked at: otherwise a month could be detached between two statements, and be missed by both.
            try connection.execute(
                "-- states.hold\nLOCK TABLE \(unescaped: schema.quoted).reels_raw_events IN ACCESS SHARE MODE")
            return try body(connection)
        }
    }

    /// Each platform's data clock.
    public func clocks(_ connection: borrowing Connection) throws -> [Platform: Instant] {
        // One index look-up each; grouping would read every row.
        let newest = Platform.allCases.map { platform in
            """
            SELECT '\(platform.rawValue)' AS platform, \(RunStore.micros("max(scraped_at)"))
            FROM \(schema.quoted).reels_latest_state WHERE platform = '\(platform.rawValue)'
            """
        }
        let rows = try connection.execute("-- states.clocks\n\(unescaped: newest.joined(separator: " UNION ALL "))")
        var clocks: [Platform: Instant] = [:]
        for row in 0..<rows.count {
            guard let platform = rows.text(row, 0).flatMap(Platform.init(rawValue:)) else { continue }
            clocks[platform] = try rows.instant(row, 1)
        }
        return clocks
    }

    /// The newest time before `instant` at which `platform` was seen; nil where there is none.
    func newestTime(
        _ platform: Platform, before instant: Instant, _ connection: borrowing Connection
    ) throws -> Instant? {
        let rows = try connection.execute(
            """
            -- states.time_before
            SELECT \(unescaped: RunStore.micros("max(scraped_at)"))
            FROM \(unescaped: schema.quoted).reels_raw_events
            WHERE platform = \(platform.rawValue) AND scraped_at < \(instant)::timestamptz
            """)
        return try rows.instant(0, 0)
    }
}
