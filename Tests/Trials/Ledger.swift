import Postgres
import System

/// What a schema holds, read past the proxy.
package struct Ledger: Sendable {
    package let schema: String
    package let address: String

    package init(schema: String, address: String) {
        self.schema = schema
        self.address = address
    }

    /// The rows of each table as JSON, in an order that their content gives, without what two runs of the same dataset differ in:
    /// names drawn by lot, and times.
    package func content() throws -> [String: [String]] {
        let connection = try connect()
        var content: [String: [String]] = [:]
        for table in try tables(connection) {
            content[table] = try texts(
                """
                SELECT kept::text FROM (
                    SELECT to_jsonb(row) - \(Self.passing(table))::text[] AS kept
                    FROM \(unescaped: name).\(name: table) AS row
                ) AS rows ORDER BY (kept ->> 'ordinal')::bigint, kept
                """, connection)
        }
        return content
    }

    private static func passing(_ table: String) -> String {
        switch table {
        case "ingestion_runs":
            // What a run cost is known some time after it has finished, and found out by whoever comes next.
            """
            {id,started_at,finished_at,start_attempted_at,apify_run_id,apify_dataset_id,cost_usd,cost_is_settled}
            """
        case "schema_migrations": "{applied_at}"
        default: "{run_id}"
        }
    }

    /// Of each run, the oldest first.
    package func states() throws -> [String] {
        try texts("SELECT state FROM \(unescaped: name).ingestion_runs ORDER BY started_at", connect())
    }

    /// The items that were kept, in their order.
    package func items() throws -> [String] {
        try texts(
            "SELECT convert_from(item, 'UTF8') FROM \(unescaped: name).ingestion_items ORDER BY ordinal", connect())
    }

    /// The views of each observation.
    package func views() throws -> [String: Int] {
        let connection = try connect()
        let rows = try connection.execute("SELECT reel_id, views FROM \(unescaped: name).reels_raw_events")
        let pairs = try (0..<rows.count).map { (rows.text($0, 0) ?? "", Int(try rows.integer($0, 1) ?? -1)) }
        return Dictionary(pairs) { _, _ in -1 }
    }

    /// A sentence about each run that has not finished well, or whose rows are not those that it counts; one that has failed may
    /// be as it should.
    package func contradictions(besidesFailed: Bool = false) throws -> [String] {
        try texts(
            """
            SELECT jsonb_build_object('run', to_jsonb(run), 'items', to_jsonb(items), 'events', to_jsonb(events))::text
            FROM \(unescaped: name).ingestion_runs AS run
            CROSS JOIN LATERAL (
                SELECT count(*) AS received, coalesce(max(ordinal) - min(ordinal) + 1, 0) AS span,
                    count(*) FILTER (WHERE outcome = 'observed') AS observed,
                    count(*) FILTER (WHERE outcome = 'duplicate') AS duplicate,
                    count(*) FILTER (WHERE outcome = 'rejected') AS rejected
                FROM \(unescaped: name).ingestion_items WHERE run_id = run.id
            ) AS items
            CROSS JOIN LATERAL (
                SELECT count(*) AS stored, count(*) FILTER (WHERE scraped_at = run.scraped_at) AS in_time
                FROM \(unescaped: name).reels_raw_events WHERE run_id = run.id
            ) AS events
            WHERE NOT (\(besidesFailed)::boolean AND run.state = 'failed') AND NOT (
                run.state = 'succeeded' AND run.finished_at >= run.started_at AND run.error IS NULL
                AND run.lease_host IS NULL AND run.lease_pid IS NULL AND run.heartbeat_at IS NULL
                AND (run.items_received, run.items_observed, run.items_duplicate, run.items_rejected)
                    = (items.received, items.observed, items.duplicate, items.rejected)
                AND items.received = items.span AND items.received = items.observed + items.duplicate + items.rejected
                AND events.stored = run.items_observed AND events.in_time = events.stored
            )
            """, connect())
    }

    /// The versions that are said to have been applied; none where there is no such list.
    package func migrations() throws -> [String] {
        let connection = try connect()
        let isThere = try connection.execute("SELECT to_regclass(\(schema + ".schema_migrations")::text) IS NOT NULL")
        guard try isThere.boolean(0, 0) == true else { return [] }
        return try texts("SELECT version::text FROM \(unescaped: name).schema_migrations ORDER BY version", connection)
    }

    /// Waits until no program has a session in the database: one may still commit what its program asked before it was killed.
    package func settle(within limit: Duration = .seconds(10)) throws {
        let connection = try connect()
        let deadline = ContinuousClock.now + limit
        let sessions: Query = """
            SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND application_name LIKE 'shortpulse-ingest%'
            """
        while try connection.execute(sessions).integer(0, 0) != 0 {
            guard ContinuousClock.now < deadline else { throw Failure("a session outlives its program by \(limit)") }
            Thread.pause(for: .milliseconds(5))
        }
    }

    package func drop() throws {
        try connect().executeScript("DROP SCHEMA IF EXISTS \(unescaped: name) CASCADE")
    }

    private var name: String { "\"\(schema)\"" }

    private func connect() throws -> Connection {
        try Connection(to: address, applicationName: "shortpulse-tests")
    }

    private func tables(_ connection: borrowing Connection) throws -> [String] {
        try texts(
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = \(schema)::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY 1
            """, connection)
    }

    private func texts(_ query: Query, _ connection: borrowing Connection) throws -> [String] {
        let rows = try connection.execute(query)
        return (0..<rows.count).map { rows.text($0, 0) ?? "" }
    }
}
