import Apify
import Postgres
public import Reels
public import Storage
import System

/// Brings downloaded datasets in: the same pipeline as a run from Apify, one run and one transaction a dataset.
public struct Importer: Sendable {
    private let database: Database
    private let schema: Schema
    private let now: @Sendable () -> Instant

    /// Into `schema` of `database`; `now` is the wall clock.
    public init(database: Database, schema: Schema, now: @escaping @Sendable () -> Instant) {
        self.database = database
        self.schema = schema
        self.now = now
    }

    /// What a dataset is and how it is to be taken.
    public struct Dataset {
        /// For messages.
        public var name: String
        /// When the platform was looked at.
        public var scrapedAt: Instant
        /// False where that is a file's modification time.
        public var scrapedAtIsExact: Bool
        /// What every item is taken for; nil where each item's shape tells.
        public var platform: Platform?
        /// Gives the dataset's bytes, then nil.
        public var nextChunk: () throws -> [UInt8]?

        /// A dataset; see the members.
        public init(
            name: String, scrapedAt: Instant, scrapedAtIsExact: Bool, platform: Platform? = nil,
            nextChunk: @escaping () throws -> [UInt8]?
        ) {
            self.name = name
            self.scrapedAt = scrapedAt
            self.scrapedAtIsExact = scrapedAtIsExact
            self.platform = platform
            self.nextChunk = nextChunk
        }
    }

    /// Imports one dataset as the run `runID`.
    ///
    /// - Parameter progress: called with the number of items seen, every thousand items.
    /// - Throws: `DatasetError` where there is no dataset, `StorageError`, `PostgresError`; nothing is stored then, and no run.
    public func `import`(
        _ dataset: Dataset, runID: String, progress: (Int64) -> Void = { _ in }
    ) throws -> RunReport {
        guard dataset.scrapedAt <= now() else { throw IngestError.observedInFuture(dataset.scrapedAt) }
        let connection = try database.connectForRun(schema)
        let runs = RunStore(schema: schema)
        var run = Run(id: runID, source: .import, state: .running, startedAt: now())
        guard try runs.run(id: runID, connection) == nil else { throw IngestError.runExists(runID) }
        try runs.begin(
            run, itemPlatform: dataset.platform, scrapedAtIsExact: dataset.scrapedAtIsExact, lease: .ofThisProcess,
            isGone: Lease.isGone, connection)
        let heartbeat = try Heartbeat(of: runID, database: database, schema: schema)
        defer { extendLifetime(heartbeat) }
        do {
            let tally = try store(dataset, as: &run, runs, connection, progress: progress)
            return RunReport(run: run, tally: tally)
        } catch {
            // The error at hand is the one to tell; should this fail as well, the next run closes the row.
            _ = try? runs.withdraw(runID: runID, connection)
            throw error
        }
    }

    private func store(
        _ dataset: Dataset, as run: inout Run, _ runs: RunStore, _ connection: borrowing Connection,
        progress: (Int64) -> Void
    ) throws -> ItemTally {
        let mapper = ItemMapper(scrapedAt: dataset.scrapedAt, platform: dataset.platform)
        var stream = ItemStream(mapper: mapper, nextChunk: dataset.nextChunk)
        return try connection.transaction { connection in
            run.counts = try RunWriter(schema: schema).store(
                runID: run.id, scrapedAtIsExact: dataset.scrapedAtIsExact, surface: RunWriter.importSurface, connection
            ) {
                let item = try stream.next()
                if stream.tally.received % 1_000 == 0 { progress(stream.tally.received) }
                return item
            }
            run.platform = stream.tally.platform
            run.scrapedAt = dataset.scrapedAt
            run.finishedAt = max(now(), run.startedAt)
            run.state = run.counts.observed + run.counts.duplicate > 0 ? .succeeded : .empty
            try runs.finish(run, lease: .ofThisProcess, connection)
            return stream.tally
        }
    }
}
