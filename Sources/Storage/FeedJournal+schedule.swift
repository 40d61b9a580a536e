public import Postgres
public import Reels

extension FeedJournal {
    /// When a feed was last served.
    public struct LastService: Sendable, Equatable {
        /// When Apify was last asked to start its actor; nil before the first time.
        public var startedAt: Instant?
        /// When a run of it last failed.
        public var failedAt: Instant?
        /// The run that was interrupted and is to be gone on with.
        public var interruptedRunID: String?

        /// Of a feed; see the members.
        public init(startedAt: Instant? = nil, failedAt: Instant? = nil, interruptedRunID: String? = nil) {
            self.startedAt = startedAt
            self.failedAt = failedAt
            self.interruptedRunID = interruptedRunID
        }
    }

    /// When each feed was last served, by its name.
    public func lastServices(_ connection: borrowing Connection) throws -> [String: LastService] {
        let rows = try connection.execute(
            """
            -- feed.schedule
            SELECT feed, \(unescaped: RunStore.micros("max(start_attempted_at)")),
                \(unescaped: RunStore.micros("max(finished_at) FILTER (WHERE state = 'failed')")),
                (array_agg(id ORDER BY started_at, id) FILTER (WHERE is_resumable AND state = 'failed'))[1]
            FROM \(unescaped: table) WHERE source = 'apify' AND feed IS NOT NULL GROUP BY feed
            """)
        var services: [String: LastService] = [:]
        for row in 0..<rows.count {
            guard let feed = rows.text(row, 0) else { continue }
            services[feed] = LastService(
                startedAt: try rows.instant(row, 1), failedAt: try rows.instant(row, 2),
                interruptedRunID: rows.text(row, 3))
        }
        return services
    }
}
