public import Postgres

extension FeedJournal {
    /// A run whose cost is not known yet.
    public struct Unsettled: Sendable, Equatable {
        /// Our name for it.
        public let runID: String
        /// Apify's.
        public let apifyRunID: String
    }

    /// Runs that have ended, of the last seven days, for which Apify keeps them; oldest first.
    public func unsettled(limit: Int, _ connection: borrowing Connection) throws -> [Unsettled] {
        let rows = try connection.execute(
            """
            -- feed.unsettled
            SELECT id, apify_run_id FROM \(unescaped: table)
            WHERE apify_run_id IS NOT NULL AND NOT cost_is_settled AND finished_at IS NOT NULL AND NOT is_resumable
                AND finished_at > now() - interval '7 days'
            ORDER BY started_at LIMIT \(limit)::bigint
            """)
        return (0..<rows.count).compactMap { row in
            guard let runID = rows.text(row, 0), let apifyRunID = rows.text(row, 1) else { return nil }
            return Unsettled(runID: runID, apifyRunID: apifyRunID)
        }
    }

    /// Writes down what a run has cost in the end; nil where Apify no longer knows.
    public func settle(_ runID: String, costUSD: Double?, _ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- feed.settle
            UPDATE \(unescaped: table) SET cost_usd = \(costUSD)::double precision, cost_is_settled = true
            WHERE id = \(runID)::uuid
            """)
    }
}
