public import Postgres
public import Reels

/// The bookkeeping of runs: `ingestion_runs`. Who may work on a run stands in `RunStore+lease.swift`, what a run from Apify
/// remembers in ``FeedJournal``.
public struct RunStore: Sendable {
    let schema: Schema
    var runs: String { schema.quoted + ".ingestion_runs" }

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// The newest runs after `startedAt` and `id`, or from the newest on; at most `limit`.
    public func newest(
        limit: Int, after last: (startedAt: Instant, id: String)? = nil, _ connection: borrowing Connection
    ) throws -> [Run] {
        let rows = try connection.execute(
            """
            -- runs.newest
            SELECT \(unescaped: Self.columns) FROM \(unescaped: runs)
            WHERE \(last == nil)::boolean
                OR (started_at, id) < (\(last?.startedAt)::timestamptz, \(last?.id)::uuid)
            ORDER BY started_at DESC, id DESC LIMIT \(limit)::bigint
            """)
        return try (0..<rows.count).map { try Self.run(rows, $0) }
    }

    /// One run; nil where there is none.
    public func run(id: String, _ connection: borrowing Connection) throws -> Run? {
        let rows = try connection.execute(
            """
            -- runs.one
            SELECT \(unescaped: Self.columns) FROM \(unescaped: runs) WHERE id = \(id)::uuid
            """)
        return rows.count == 0 ? nil : try Self.run(rows, 0)
    }

    /// Closes a run: `run` holds its final state, times and counts.
    ///
    /// - Throws: `leaseLost` where another process has closed it meanwhile; the caller's transaction must not be committed then.
    public func finish(_ run: Run, lease: Lease, _ connection: borrowing Connection) throws {
        let finished = try connection.execute(
            """
            -- runs.finish
            UPDATE \(unescaped: runs) SET
                state = \(run.state.rawValue)::text, platform = \(run.platform?.rawValue)::text,
                finished_at = \(run.finishedAt)::timestamptz,
                scraped_at = \(run.scrapedAt)::timestamptz,
                items_received = \(run.counts.received)::bigint, items_observed = \(run.counts.observed)::bigint,
                items_duplicate = \(run.counts.duplicate)::bigint, items_rejected = \(run.counts.rejected)::bigint,
                error = \(run.error)::text, is_resumable = false,
                lease_host = NULL, lease_pid = NULL, heartbeat_at = NULL
            WHERE id = \(run.id)::uuid AND \(heldBy: lease)
            """)
        guard finished.affectedCount == 1 else { throw StorageError.leaseLost(runID: run.id) }
    }

    /// Closes a run as failed where one of these processes of `host` holds it. One from Apify can be gone on with.
    public func close(
        runID: String, because reason: String, host: String, processIDs: (Int64, Int64),
        _ connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            -- runs.close
            UPDATE \(unescaped: runs) SET state = 'failed', finished_at = now(), error = \(reason)::text,
                lease_host = NULL, lease_pid = NULL, heartbeat_at = NULL
            WHERE id = \(runID)::uuid AND state IN ('queued', 'running') AND lease_host = \(host)::text
                AND lease_pid IN (\(processIDs.0)::bigint, \(processIDs.1)::bigint)
            """)
    }

    /// Takes back a run that turned out to be none: a file that held no item.
    public func withdraw(runID: String, _ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- runs.withdraw
            DELETE FROM \(unescaped: runs) WHERE id = \(runID)::uuid AND state IN ('queued', 'running')
            """)
    }
}

/// The SQLSTATEs that we act on.
public enum SQLState {
    /// `unique_violation`.
    static let uniqueViolation = "23505"
    /// `insufficient_privilege`.
    static let insufficientPrivilege = "42501"
    /// `undefined_table`, `undefined_column` and `invalid_schema_name`: what a statement meets in a schema of another version.
    public static let missingObject: Set<String> = ["42P01", "42703", "3F000"]
}
