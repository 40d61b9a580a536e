public import Postgres
public import Reels

extension RunStore {
    /// Takes the place of the one active run for an import.
    ///
    /// - Parameter isGone: whether the process of that number on this host has ended; its run is then closed as failed.
    /// - Throws: `leaseHeld`, and nothing is changed.
    public func begin(
        _ run: Run, itemPlatform: Platform? = nil, scrapedAtIsExact: Bool = true, lease: Lease,
        isGone: (Int64) -> Bool, _ connection: borrowing Connection
    ) throws {
        try closeAbandoned(host: lease.host, isGone: isGone, connection)
        try claimingPlace(connection) { connection throws(PostgresError) in
            try connection.execute(
                """
                -- runs.begin
                INSERT INTO \(unescaped: runs) (id, source, state, started_at, item_platform, scraped_at_is_exact,
                    lease_host, lease_pid, heartbeat_at)
                VALUES (\(run.id)::uuid, \(run.source.rawValue)::text, \(run.state.rawValue)::text,
                    \(run.startedAt)::timestamptz, \(itemPlatform?.rawValue)::text, \(scrapedAtIsExact)::boolean,
                    \(lease.host)::text, \(lease.processID)::bigint, now())
                """)
        }
    }

    /// So often others may end between two looks.
    private static let claims = 5

    /// Runs a statement that makes a run active; again where the run that was in its way has ended meanwhile.
    ///
    /// - Throws: `leaseHeld` where another one is.
    @discardableResult
    func claimingPlace<R: ~Copyable>(
        _ connection: borrowing Connection, _ body: (borrowing Connection) throws(PostgresError) -> R
    ) throws -> R {
        var attempts = 1
        while true {
            do throws(PostgresError) {
                return try body(connection)
            } catch {
                guard error.sqlState == SQLState.uniqueViolation else { throw error }
                if let holder = try holder(connection) { throw StorageError.leaseHeld(by: holder) }
                guard attempts < Self.claims else { throw error }
                attempts += 1
            }
        }
    }

    /// Shows that the run's process is alive.
    public func beat(runID: String, lease: Lease, _ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- runs.beat
            UPDATE \(unescaped: runs) SET heartbeat_at = now() WHERE id = \(runID)::uuid AND \(heldBy: lease)
            """)
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
    /// whichever host: a number alone proves nothing, since another process may have it by now. One from Apify can be gone on with.
    @discardableResult
    public func closeAbandoned(host: String, isGone: (Int64) -> Bool, _ connection: borrowing Connection) throws -> Bool
    {
        guard let holder = try holder(connection) else { return false }
        let isGoneHere = holder.host == host && holder.processID.map(isGone) == true
        return try connection.execute(
            """
            -- runs.abandoned
            UPDATE \(unescaped: runs) SET state = 'failed', finished_at = greatest(heartbeat_at, started_at),
                error = 'its process ended before the run had finished'
                    || CASE WHEN source = 'apify' THEN '; shortpulse-ingest run goes on with it' ELSE ': import the file again' END,
                lease_host = NULL, lease_pid = NULL, heartbeat_at = NULL
            WHERE id = \(holder.runID)::uuid AND state IN ('queued', 'running')
                AND lease_host IS NOT DISTINCT FROM \(holder.host)::text
                AND lease_pid IS NOT DISTINCT FROM \(holder.processID)::bigint
                AND (\(isGoneHere)::boolean OR heartbeat_at < now() - interval '60 seconds')
            """
        ).affectedCount > 0
    }
}
