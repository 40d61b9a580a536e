public import Postgres
public import Reels

/// The bookkeeping of runs: `ingestion_runs`.
public struct RunStore: Sendable {
    private let schema: Schema
    private var runs: String { schema.quoted + ".ingestion_runs" }

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

    /// Takes the place of the one active run.
    ///
    /// - Parameter isGone: whether the process of that number on this host has ended; its run is then closed as failed.
    /// - Throws: `leaseHeld`, and nothing is changed.
    public func begin(
        _ run: Run, actor: String? = nil, lease: Lease, isGone: (Int64) -> Bool, _ connection: borrowing Connection
    ) throws {
        try closeAbandoned(host: lease.host, at: run.startedAt, isGone: isGone, connection)
        do throws(PostgresError) {
            try connection.execute(
                """
                -- runs.begin
                INSERT INTO \(unescaped: runs) (id, source, actor, state, started_at, lease_host, lease_pid, heartbeat_at)
                VALUES (\(run.id)::uuid, \(run.source.rawValue)::text, \(actor)::text, \(run.state.rawValue)::text,
                    \(run.startedAt)::timestamptz, \(lease.host)::text, \(lease.processID)::bigint, now())
                """)
        } catch {
            guard error.sqlState == SQLState.uniqueViolation, let holder = try holder(connection) else { throw error }
            throw StorageError.leaseHeld(by: holder)
        }
    }

    /// Hands the place to another process: `listen` queues a run, and the process it starts takes it up.
    ///
    /// - Returns: whether there was such a queued run.
    public func adopt(runID: String, lease: Lease, _ connection: borrowing Connection) throws -> Bool {
        try connection.execute(
            """
            -- runs.adopt
            UPDATE \(unescaped: runs) SET state = 'running', lease_host = \(lease.host)::text,
                lease_pid = \(lease.processID)::bigint, heartbeat_at = now()
            WHERE id = \(runID)::uuid AND state = 'queued'
            """
        ).affectedCount == 1
    }

    /// Writes down Apify's names for a run that was started there.
    public func record(
        apifyRunID: String, datasetID: String?, runID: String, _ connection: borrowing Connection
    ) throws {
        try connection.execute(
            """
            -- runs.apify
            UPDATE \(unescaped: runs) SET apify_run_id = \(apifyRunID)::text, apify_dataset_id = \(datasetID)::text,
                heartbeat_at = now()
            WHERE id = \(runID)::uuid
            """)
    }

    /// Shows that the run's process is alive.
    public func beat(runID: String, _ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- runs.beat
            UPDATE \(unescaped: runs) SET heartbeat_at = now()
            WHERE id = \(runID)::uuid AND state IN ('queued', 'running')
            """)
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
                error = \(run.error)::text, lease_host = NULL, lease_pid = NULL, heartbeat_at = NULL
            WHERE id = \(run.id)::uuid AND state IN ('queued', 'running')
                AND lease_host = \(lease.host)::text AND lease_pid = \(lease.processID)::bigint
            """)
        guard finished.affectedCount == 1 else { throw StorageError.leaseLost(runID: run.id) }
    }

    /// Closes a run as failed where it is still active.
    public func close(runID: String, because reason: String, _ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- runs.close
            UPDATE \(unescaped: runs) SET state = 'failed', finished_at = now(), error = \(reason)::text,
                lease_host = NULL, lease_pid = NULL, heartbeat_at = NULL
            WHERE id = \(runID)::uuid AND state IN ('queued', 'running')
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

    /// When the newest run from Apify began; nil before the first.
    public func newestApifyStart(_ connection: borrowing Connection) throws -> Instant? {
        try connection.execute(
            """
            -- runs.newest_apify
            SELECT \(unescaped: Self.micros("max(started_at)")) FROM \(unescaped: runs) WHERE source = 'apify'
            """
        ).instant(0, 0)
    }

    /// Who holds the place of the active run, if anyone.
    public func holder(_ connection: borrowing Connection) throws(PostgresError) -> LeaseHolder? {
        let rows = try connection.execute(
            """
            -- runs.holder
            SELECT id, lease_host, lease_pid FROM \(unescaped: runs) WHERE state IN ('queued', 'running')
            """)
        guard let id = rows.text(0, 0) else { return nil }
        return LeaseHolder(runID: id, host: rows.text(0, 1), processID: try rows.integer(0, 2))
    }

    /// Closes the active run as failed where its process has ended on this host, or nobody has heard of it for a minute, on
    /// whichever host: a number alone proves nothing, since another process may have it by now.
    public func closeAbandoned(
        host: String, at instant: Instant, isGone: (Int64) -> Bool, _ connection: borrowing Connection
    ) throws {
        guard let holder = try holder(connection) else { return }
        let isGoneHere = holder.host == host && holder.processID.map(isGone) == true
        try connection.execute(
            """
            -- runs.abandoned
            UPDATE \(unescaped: runs) SET state = 'failed', finished_at = now(),
                error = 'its process ended before the run had finished; none of its items was stored',
                lease_host = NULL, lease_pid = NULL, heartbeat_at = NULL
            WHERE id = \(holder.runID)::uuid AND state IN ('queued', 'running')
                AND (\(isGoneHere)::boolean OR heartbeat_at < now() - interval '60 seconds')
            """)
    }
}

/// The process that works on a run.
public struct Lease: Sendable {
    /// Name of its machine.
    public var host: String
    /// Its number there.
    public var processID: Int64

    /// A process of a machine.
    public init(host: String, processID: Int64) {
        self.host = host
        self.processID = processID
    }
}

/// The SQLSTATEs that we act on.
public enum SQLState {
    /// `unique_violation`.
    static let uniqueViolation = "23505"
    /// `undefined_table`, `undefined_column` and `invalid_schema_name`: what a statement meets in a schema of another version.
    public static let missingObject: Set<String> = ["42P01", "42703", "3F000"]
}
