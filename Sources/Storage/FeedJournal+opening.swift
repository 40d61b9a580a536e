public import Postgres
public import Reels

extension FeedJournal {
    /// A run of a feed that is to begin, unless there is one to go on with.
    public struct Opening: Sendable {
        /// The id it gets where it is new.
        public var runID: String
        /// The feed's name.
        public var feed: String
        /// Its actor.
        public var actorID: String
        /// What every item is taken for; nil where each item's own shape tells.
        public var itemPlatform: Platform?
        /// When it begins.
        public var startedAt: Instant
        /// `queued` by `listen`, for a process that it will start; else `running`.
        public var state: RunState

        /// An opening; see the members.
        public init(
            runID: String, feed: String, actorID: String, itemPlatform: Platform?, startedAt: Instant,
            state: RunState = .running
        ) {
            self.runID = runID
            self.feed = feed
            self.actorID = actorID
            self.itemPlatform = itemPlatform
            self.startedAt = startedAt
            self.state = state
        }
    }

    /// Takes the place of the one active run: for the run that `listen` queued under this id, for the feed's run that was
    /// interrupted, or for a new one, in this order.
    ///
    /// - Parameter isGone: whether the process of that number on this host has ended; its run is then free to be taken over.
    /// - Returns: the id of the run.
    /// - Throws: `leaseHeld`, and nothing is changed.
    public func open(
        _ opening: Opening, lease: Lease, isGone: (Int64) -> Bool, _ connection: borrowing Connection
    ) throws -> String {
        if opening.state == .running, try adopt(opening.runID, lease: lease, connection) { return opening.runID }
        try runs.closeAbandoned(host: lease.host, isGone: isGone, connection)
        if let interrupted = try reopen(opening, lease: lease, connection) { return interrupted }
        try insert(opening, lease: lease, connection)
        return opening.runID
    }

    /// Takes up a run that was queued, or one that this process holds already: it may not have been told so.
    private func adopt(_ runID: String, lease: Lease, _ connection: borrowing Connection) throws -> Bool {
        try connection.execute(
            """
            -- feed.adopt
            UPDATE \(unescaped: table) SET state = 'running', lease_host = \(lease.host)::text,
                lease_pid = \(lease.processID)::bigint, heartbeat_at = now()
            WHERE id = \(runID)::uuid AND (state = 'queued' OR \(heldBy: lease))
            """
        ).affectedCount == 1
    }

    /// The oldest run that was interrupted. Where Apify was not asked for anything yet, it begins now.
    private func reopen(_ opening: Opening, lease: Lease, _ connection: borrowing Connection) throws -> String? {
        try runs.claimingPlace(connection) { connection throws(PostgresError) in
            try connection.execute(
                """
                -- feed.reopen
                UPDATE \(unescaped: table) SET state = \(opening.state.rawValue)::text, finished_at = NULL, error = NULL,
                    started_at = CASE WHEN start_attempted_at IS NULL
                        THEN \(opening.startedAt)::timestamptz ELSE started_at END,
                    lease_host = \(lease.host)::text, lease_pid = \(lease.processID)::bigint, heartbeat_at = now()
                WHERE is_resumable AND state = 'failed' AND id = (
                    SELECT id FROM \(unescaped: table)
                    WHERE is_resumable AND state = 'failed' AND feed = \(opening.feed)::text ORDER BY started_at, id LIMIT 1)
                RETURNING id
                """)
        }.text(0, 0)
    }

    private func insert(_ opening: Opening, lease: Lease, _ connection: borrowing Connection) throws {
        try runs.claimingPlace(connection) { connection throws(PostgresError) in
            try connection.execute(
                """
                -- feed.begin
                INSERT INTO \(unescaped: table) (id, source, feed, actor, item_platform, state, started_at, is_resumable,
                    lease_host, lease_pid, heartbeat_at)
                VALUES (\(opening.runID)::uuid, 'apify', \(opening.feed)::text, \(opening.actorID)::text,
                    \(opening.itemPlatform?.rawValue)::text, \(opening.state.rawValue)::text,
                    \(opening.startedAt)::timestamptz, true, \(lease.host)::text, \(lease.processID)::bigint, now())
                """)
        }
    }
}
