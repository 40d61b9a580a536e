import Apify
import HTTPClient
import Postgres
public import Reels
public import Storage
import System

/// One ingestion from Apify: start the actor, wait for it, fetch its items, store them.
///
/// It goes from step to step as ``FeedRun/nextStep`` says, and each step is written down before the next: killed anywhere, or cut off
/// from its database, it loads the run and goes on. No connection is held while Apify is waited for.
public struct ApifyIngestion: Sendable {
    let database: Database
    let schema: Schema
    let feed: ApifyFeed
    let now: @Sendable () -> Instant
    let pause: @Sendable (Duration) -> Void
    var journal: FeedJournal { FeedJournal(schema: schema) }

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

    /// Goes on with the feed's run that was interrupted, or begins one as `runID`, which `listen` may have queued already. Where what
    /// was interrupted turns out to be lost, a new one is begun.
    ///
    /// - Throws: `StorageError.leaseHeld` where another run is at work; `ApifyError` where Apify refused, and the run is then
    ///   closed as failed.
    public func run(id runID: String, progress: (IngestionEvent) -> Void) throws -> RunReport {
        let opened = try open(runID)
        if opened.isInterrupted { progress(.resumed(runID: opened.runID)) }
        do {
            return try work(on: opened.runID, progress)
        } catch let failure as IngestionFailure {
            guard opened.isInterrupted, failure.remainder == .lost else { throw failure.cause }
            progress(.note("run \(opened.runID) is given up: \(failure.cause); a new one begins"))
        }
        do {
            let next = try open(opened.runID == runID ? SecureRandom.uuid() : runID)
            return try work(on: next.runID, progress)
        } catch let failure as IngestionFailure {
            throw failure.cause
        }
    }

    private func open(_ runID: String) throws -> (runID: String, isInterrupted: Bool) {
        var patience = DatabasePatience()
        return try patience.retrying(pause) {
            let connection = try database.connectForRun(schema)
            if let run = try journal.load(runID, connection), !run.run.state.isActive, !run.isResumable {
                throw IngestError.runExists(runID)
            }
            let opening = FeedJournal.Opening(
                runID: runID, feed: feed.name, actorID: feed.actorID, itemPlatform: feed.platform, startedAt: now())
            let opened = try journal.open(
                opening, lease: .ofThisProcess, isGone: Lease.isGone, connection)
            let run = try journal.load(opened, connection)
            return (opened, run?.startAttemptedAt != nil)
        }
    }

    private func work(on runID: String, _ progress: (IngestionEvent) -> Void) throws -> RunReport {
        let heartbeat = try Heartbeat(of: runID, database: database, schema: schema)
        defer { extendLifetime(heartbeat) }
        do {
            return try steps(of: runID, progress)
        } catch let failure as IngestionFailure {
            close(runID, failure)
            throw failure
        } catch StorageError.leaseLost(let id) {
            throw StorageError.leaseLost(runID: id)
        } catch {
            close(runID, IngestionFailure(error, leaving: .something))
            throw error
        }
    }

    private func steps(of runID: String, _ progress: (IngestionEvent) -> Void) throws -> RunReport {
        var client = try ActorClient(base: feed.base, token: feed.token, pause: pause)
        var patience = DatabasePatience()
        var shortAnswers = 0
        while true {
            let step = try patience.retrying(pause) { () -> RunReport? in
                let run = try load(runID)
                switch run.nextStep {
                case .start: try start(run, &client)
                case .awaitEnd: try awaitEnd(of: run, &client, progress)
                case .fetch: try fetch(run, &client, &shortAnswers, progress)
                case .store: return try store(run, progress)
                case .ended: return try report(of: run)
                }
                return nil
            }
            if let step { return step }
        }
    }

    private func load(_ runID: String) throws -> FeedRun {
        guard let run = try journal.load(runID, try database.connect()) else {
            throw StorageError.leaseLost(runID: runID)
        }
        return run
    }

    /// A run that had ended when it was looked at: by us, though the answer to the last COMMIT was lost, or by somebody else.
    private func report(of run: FeedRun) throws -> RunReport {
        guard !run.isResumable else { throw StorageError.leaseLost(runID: run.run.id) }
        return RunReport(
            run: run.run, tally: ItemTally(), remoteStatus: run.remoteStatus, isCutShort: run.cutShortBecause != nil)
    }

    /// What pages may show of an error: where the database is, is nobody's business.
    private static func words(for cause: any Error) -> String {
        cause is PostgresError ? "the database could not be used; the log of the run says why" : "\(cause)"
    }

    /// Writes down how a run has failed. The error at hand is the one to tell; should this fail as well, the next run takes the
    /// place of a process that is gone.
    private func close(_ runID: String, _ failure: IngestionFailure) {
        _ = try? {
            let connection = try database.connect()
            guard var run = try journal.load(runID, connection) else { return }
            if failure.remainder == .nothing { run.startAttemptedAt = nil }
            if failure.remainder == .somethingUnreachable { run.fetchFailures += 1 }
            let isResumable = failure.remainder == .something || failure.remainder == .somethingUnreachable
            let remark = isResumable ? "; the next run goes on from there" : ""
            try journal.fail(
                run, because: Self.words(for: failure.cause) + remark, at: max(now(), run.run.startedAt),
                isResumable: isResumable,
                lease: .ofThisProcess, connection)
        }()
    }
}
