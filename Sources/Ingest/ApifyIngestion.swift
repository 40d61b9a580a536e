import Apify
import HTTPClient
import Postgres
public import Reels
public import Storage
import System

/// One ingestion from Apify: start the actor, wait for it, fetch its items, store them.
public struct ApifyIngestion: Sendable {
    private let database: Database
    private let schema: Schema
    private let feed: ApifyFeed
    private let now: @Sendable () -> Instant
    private let pause: @Sendable (Duration) -> Void

    /// `now` is the wall clock; `pause` lets time pass between two questions.
    public init(
        database: Database, schema: Schema, feed: ApifyFeed, now: @escaping @Sendable () -> Instant,
        pause: @escaping @Sendable (Duration) -> Void
    ) {
        self.database = database
        self.schema = schema
        self.feed = feed
        self.now = now
        self.pause = pause
    }

    /// Runs as `runID`, which `listen` may have queued already.
    ///
    /// - Throws: `StorageError.leaseHeld` where another run is at work; `ApifyError` where Apify refused, and the run is then
    ///   closed as failed.
    public func run(id runID: String, progress: (String) -> Void) throws -> RunReport {
        let connection = try database.connectForRun(schema)
        let runs = RunStore(schema: schema)
        var run = Run(id: runID, source: .apify, state: .running, startedAt: now())
        if try !runs.adopt(runID: runID, lease: .ofThisProcess, connection) {
            guard try runs.run(id: runID, connection) == nil else { throw IngestError.runExists(runID) }
            try runs.begin(
                run, actor: feed.actorID, lease: .ofThisProcess, isGone: { !RunningProcess.exists($0) }, connection)
        }
        let heartbeat = try Heartbeat(of: runID, database: database, schema: schema)
        defer { extendLifetime(heartbeat) }
        do {
            let remote = try finishedRun(&run, runs, connection, progress)
            let tally = try store(remote, as: &run, runs, connection)
            return RunReport(run: run, tally: tally)
        } catch {
            run.state = .failed
            run.finishedAt = max(now(), run.startedAt)
            run.counts = ItemCounts()
            run.error = "\(error)"
            // The error at hand is the one to tell; should this fail as well, the next run closes the row.
            _ = try? runs.finish(run, lease: .ofThisProcess, connection)
            throw error
        }
    }

    /// Seconds that Apify holds one question for the end of a run.
    private static let waitSeconds = 60
    /// Apify ends a run that exceeds its time; it is given so many seconds more to say so.
    private static let graceSeconds: Int64 = 120

    private func finishedRun(
        _ run: inout Run, _ runs: RunStore, _ connection: borrowing Connection, _ progress: (String) -> Void
    ) throws -> RemoteRun {
        var client = try ActorClient(base: feed.base, token: feed.token, pause: pause)
        var remote = try client.startRun(
            actorID: feed.actorID, input: Array(feed.input.utf8), timeoutSeconds: feed.timeoutSeconds)
        run.apifyRunID = remote.id
        try runs.record(apifyRunID: remote.id, datasetID: remote.datasetID, runID: run.id, connection)
        let end = now().advanced(byMicroseconds: (Int64(feed.timeoutSeconds) + Self.graceSeconds) * Microseconds.second)
        while !remote.status.isFinal {
            progress("remote run \(remote.id): \(remote.status.rawValue)")
            guard now() < end else {
                throw ApifyError("the remote run", problem: "\(remote.id) has not ended after \(feed.timeoutSeconds) s")
            }
            remote = try client.run(id: remote.id, waitSeconds: Self.waitSeconds)
            // Apify holds the question until there is news; should it not, it is not asked more than once a second.
            if !remote.status.isFinal { pause(.seconds(1)) }
        }
        progress("remote run \(remote.id): \(remote.status.rawValue)")
        return remote
    }

    private func store(
        _ remote: RemoteRun, as run: inout Run, _ runs: RunStore, _ connection: borrowing Connection
    ) throws -> ItemTally {
        let scrapedAt = min(remote.finishedAt ?? now(), now())
        var pages = DatasetPages(
            datasetID: remote.datasetID, mayTrail: remote.status == .succeeded, pause: pause,
            client: try ActorClient(base: feed.base, token: feed.token, pause: pause))
        let first = try pages.next()
        guard let first else { return try finishEmpty(remote, &run, runs, connection) }
        var waiting: [UInt8]? = first
        return try connection.transaction { connection in
            var stream = ItemStream(mapper: ItemMapper(scrapedAt: scrapedAt)) {
                defer { waiting = nil }
                return try waiting ?? pages.next()
            }
            run.counts = try RunWriter(schema: schema).store(
                runID: run.id, scrapedAtIsExact: true, surface: feed.actorID, connection
            ) { try stream.next() }
            run.platform = stream.tally.platform
            run.scrapedAt = scrapedAt
            run.finishedAt = max(now(), run.startedAt)
            run.state = Self.state(remote.status, run.counts)
            run.error = remote.status == .succeeded ? nil : "the remote run ended as \(remote.status.rawValue)"
            try runs.finish(run, lease: .ofThisProcess, connection)
            return stream.tally
        }
    }

    private static func state(_ status: RemoteRun.Status, _ counts: ItemCounts) -> RunState {
        guard status == .succeeded else { return .partial }
        return counts.observed + counts.duplicate > 0 ? .succeeded : .empty
    }

    private func finishEmpty(
        _ remote: RemoteRun, _ run: inout Run, _ runs: RunStore, _ connection: borrowing Connection
    ) throws -> ItemTally {
        guard remote.status == .succeeded else {
            throw ApifyError("the remote run", problem: "ended as \(remote.status.rawValue) without an item")
        }
        run.state = .empty
        run.scrapedAt = remote.finishedAt
        run.finishedAt = max(now(), run.startedAt)
        try runs.finish(run, lease: .ofThisProcess, connection)
        return ItemTally()
    }
}
