public import Postgres

/// The newest observation of each reel: a convenience that can be made anew from the observations at any time.
public struct LatestState: Sendable {
    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Makes it anew, in one transaction. Gives the number of reels. What was last seen in a detached month cannot be made anew,
    /// and stays as it is.
    public func rebuild(_ connection: borrowing Connection) throws -> Int {
        try connection.transaction { connection in
            let kept = try EventMonths(schema: schema).detached(connection).map(\.firstDayText)
            try connection.execute(
                """
                -- rebuild.empty
                DELETE FROM \(unescaped: schema.quoted).reels_latest_state
                WHERE date_trunc('month', scraped_at AT TIME ZONE 'UTC')
                    <> ALL (\("{" + kept.joined(separator: ",") + "}")::timestamp[])
                """)
            return try connection.execute(Statement.rebuildLatestState.query(schema)).affectedCount
        }
    }
}
