import Apify
import Postgres
public import Reels
public import Storage

/// A run's stored items mapped again, after a mapping has improved: what was rejected may be a reel by now.
public struct Replay: Sendable {
    private let database: Database
    private let schema: Schema

    /// In one schema of a database.
    public init(database: Database, schema: Schema) {
        self.database = database
        self.schema = schema
    }

    /// Maps what the run has rejected, and stores observations only where there were none; nothing that is stored changes.
    ///
    /// - Returns: what was found, and what of it was stored.
    /// - Throws: `IngestError` where there is no such run, or it has not ended.
    public func replay(_ runID: String) throws -> ItemCounts {
        let connection = try database.connectForRun(schema)
        let journal = FeedJournal(schema: schema)
        return try connection.transaction { connection in
            guard let run = try journal.lock(runID, connection) else { throw IngestError.noRun(runID) }
            guard !run.run.state.isActive, !run.isResumable, let scrapedAt = run.run.scrapedAt else {
                throw IngestError.runNotEnded(runID)
            }
            let mapper = ItemMapper(scrapedAt: scrapedAt, platform: run.itemPlatform)
            let found = try RunWriter(schema: schema).replay(
                runID: runID, scrapedAtIsExact: run.scrapedAtIsExact, surface: run.surface, connection
            ) { mapper.outcome(of: $0) }
            try journal.recount(runID, connection)
            return found
        }
    }
}
