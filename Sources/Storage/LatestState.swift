public import Postgres

/// The newest observation of each reel: a convenience that can be made anew from the observations at any time.
public struct LatestState: Sendable {
    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Makes it anew, in one transaction. Gives the number of reels.
    public func rebuild(_ connection: borrowing Connection) throws -> Int {
        try connection.transaction { connection in
            try connection.execute(
                "-- rebuild.empty\nDELETE FROM \(unescaped: schema.quoted).reels_latest_state")
            return try connection.execute(Statement.rebuildLatestState.query(schema)).affectedCount
        }
    }
}
