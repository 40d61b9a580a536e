public import Postgres
public import Reels

/// The steps of a run from Apify, each one statement or one transaction that demands the lease: what would cost money or lose data
/// if it were forgotten is written here before it is done.
public struct FeedJournal: Sendable {
    /// The bookkeeping of all runs.
    public let runs: RunStore
    var table: String { runs.runs }

    /// Of one schema.
    public init(schema: Schema) {
        runs = RunStore(schema: schema)
    }

    /// The run as it stands; nil where there is none.
    public func load(_ runID: String, _ connection: borrowing Connection) throws -> FeedRun? {
        try load(runID, locking: "", connection)
    }

    /// The same, kept from changing until the caller's transaction ends.
    public func lock(_ runID: String, _ connection: borrowing Connection) throws -> FeedRun? {
        try load(runID, locking: "FOR UPDATE", connection)
    }

    /// Counts the fates of a run's items anew.
    public func recount(_ runID: String, _ connection: borrowing Connection) throws {
        try connection.execute(Statement.recountRun.query(runs.schema, runID))
    }

    private func load(
        _ runID: String, locking: String, _ connection: borrowing Connection
    ) throws -> FeedRun? {
        let rows = try connection.execute(
            """
            -- feed.load
            SELECT \(unescaped: RunStore.columns), actor, item_platform, \(unescaped: RunStore.micros("start_attempted_at")),
                apify_dataset_id, remote_status, dataset_offset, dataset_total, items_kept, bytes_kept, fetch_failures, is_resumable,
                cut_short_because, scraped_at_is_exact, input_digest
            FROM \(unescaped: table) WHERE id = \(runID)::uuid \(unescaped: locking)
            """)
        guard rows.count == 1 else { return nil }
        let next = RunStore.columnCount
        return FeedRun(
            run: try RunStore.run(rows, 0), isResumable: try rows.boolean(0, next + 10) ?? false,
            actorID: rows.text(0, next) ?? "",
            itemPlatform: rows.text(0, next + 1).flatMap(Platform.init(rawValue:)),
            startAttemptedAt: try rows.instant(0, next + 2), inputDigest: rows.text(0, next + 13),
            datasetID: rows.text(0, next + 3),
            remoteStatus: rows.text(0, next + 4), datasetOffset: Int(try rows.integer(0, next + 5) ?? 0),
            datasetTotal: try rows.integer(0, next + 6).map(Int.init), itemsKept: try rows.integer(0, next + 7) ?? 0,
            bytesKept: try rows.integer(0, next + 8) ?? 0, fetchFailures: Int(try rows.integer(0, next + 9) ?? 0),
            cutShortBecause: rows.text(0, next + 11), scrapedAtIsExact: try rows.boolean(0, next + 12) ?? true)
    }

    /// Written before Apify is asked to start the actor.
    public func attemptStart(
        _ runID: String, actorID: String, itemPlatform: Platform? = nil, inputDigest: String? = nil,
        at instant: Instant, lease: Lease, _ connection: borrowing Connection
    ) throws {
        try demandOne(
            runID,
            connection.execute(
                """
                -- feed.attempt
                UPDATE \(unescaped: table) SET start_attempted_at = \(instant)::timestamptz, actor = \(actorID)::text,
                    item_platform = \(itemPlatform?.rawValue)::text, input_digest = \(inputDigest)::text,
                    heartbeat_at = now()
                WHERE id = \(runID)::uuid AND \(heldBy: lease) AND apify_run_id IS NULL
                """))
    }

    /// Apify's names for the run that was started.
    public func recordStart(
        _ runID: String, apifyRunID: String, datasetID: String?, lease: Lease, _ connection: borrowing Connection
    ) throws {
        try demandOne(
            runID,
            connection.execute(
                """
                -- feed.started
                UPDATE \(unescaped: table) SET apify_run_id = \(apifyRunID)::text, apify_dataset_id = \(datasetID)::text,
                    fetch_failures = 0, heartbeat_at = now()
                WHERE id = \(runID)::uuid AND \(heldBy: lease) AND apify_run_id IS NULL
                """))
    }

    /// How the remote run stands, for whoever looks on.
    public func recordRemoteStatus(
        _ runID: String, _ status: String, lease: Lease, _ connection: borrowing Connection
    ) throws {
        try demandOne(
            runID,
            connection.execute(
                """
                -- feed.remote_status
                UPDATE \(unescaped: table) SET remote_status = \(status)::text, heartbeat_at = now()
                WHERE id = \(runID)::uuid AND \(heldBy: lease)
                """))
    }

    /// How and when the remote run ended.
    public func recordEnd(
        _ runID: String, remoteStatus: String, scrapedAt: Instant, datasetID: String?, lease: Lease,
        _ connection: borrowing Connection
    ) throws {
        try demandOne(
            runID,
            connection.execute(
                """
                -- feed.remote_end
                UPDATE \(unescaped: table) SET remote_status = \(remoteStatus)::text, scraped_at = \(scrapedAt)::timestamptz,
                    apify_dataset_id = coalesce(\(datasetID)::text, apify_dataset_id), heartbeat_at = now()
                WHERE id = \(runID)::uuid AND \(heldBy: lease)
                """))
    }

    /// No more of the dataset will come; what is kept is to be stored, for the `reason` given.
    public func giveUpFetching(
        _ runID: String, because reason: String, lease: Lease, _ connection: borrowing Connection
    ) throws {
        try demandOne(
            runID,
            connection.execute(
                """
                -- feed.cut_short
                UPDATE \(unescaped: table) SET cut_short_because = \(reason)::text, heartbeat_at = now()
                WHERE id = \(runID)::uuid AND \(heldBy: lease)
                """))
    }

    /// Closes a run that failed.
    ///
    /// - Parameter isResumable: the next run of the feed goes on with it.
    public func fail(
        _ run: FeedRun, because reason: String, at instant: Instant, isResumable: Bool, lease: Lease,
        _ connection: borrowing Connection
    ) throws {
        try demandOne(
            run.run.id,
            connection.execute(
                """
                -- feed.fail
                UPDATE \(unescaped: table) SET state = 'failed', finished_at = \(instant)::timestamptz, error = \(reason)::text,
                    is_resumable = \(isResumable)::boolean, fetch_failures = \(run.fetchFailures)::integer,
                    start_attempted_at = \(run.startAttemptedAt)::timestamptz,
                    lease_host = NULL, lease_pid = NULL, heartbeat_at = NULL
                WHERE id = \(run.run.id)::uuid AND \(heldBy: lease)
                """))
    }

    /// Which of Apify's runs are known here already, of those named.
    public func known(_ apifyRunIDs: [String], _ connection: borrowing Connection) throws -> Set<String> {
        var known: Set<String> = []
        for id in apifyRunIDs {
            let found = try connection.execute(
                """
                -- feed.known
                SELECT 1 FROM \(unescaped: table) WHERE apify_run_id = \(id)::text LIMIT 1
                """)
            if found.count > 0 { known.insert(id) }
        }
        return known
    }

    func demandOne(_ runID: String, _ rows: consuming Rows) throws {
        guard rows.affectedCount == 1 else { throw StorageError.leaseLost(runID: runID) }
    }
}
