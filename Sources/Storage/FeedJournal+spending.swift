public import Postgres

extension FeedJournal {
    /// What runs have cost of late.
    public struct Spending: Sendable, Equatable {
        /// In US dollars, in the last 30 days, as far as it has settled.
        public var lastThirtyDaysUSD: Double
        /// Runs whose cost is still open.
        public var unsettledCount: Int64
    }

    /// What runs have cost of late.
    public func spending(_ connection: borrowing Connection) throws -> Spending {
        let rows = try connection.execute(
            """
            -- feed.spending
            SELECT
                coalesce(sum(cost_usd) FILTER (WHERE started_at > now() - interval '30 days'), 0)::double precision,
                count(*) FILTER (WHERE apify_run_id IS NOT NULL AND NOT cost_is_settled
                    AND started_at > now() - interval '7 days')
            FROM \(unescaped: table) WHERE source = 'apify'
            """)
        return Spending(
            lastThirtyDaysUSD: try rows.double(0, 0) ?? 0, unsettledCount: try rows.integer(0, 1) ?? 0)
    }
}
