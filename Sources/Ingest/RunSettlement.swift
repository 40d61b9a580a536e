import Apify
import HTTPClient
import Postgres
public import Reels
public import Storage

/// What is known only some seconds after the end of a run, for which no run waits: its cost, and items that trailed in.
public struct RunSettlement: Sendable {
    let database: Database
    let schema: Schema
    private let feed: ApifyFeed
    private let now: @Sendable () -> Instant
    private let pause: @Sendable (Duration) -> Void
    var journal: FeedJournal { FeedJournal(schema: schema) }

    /// `feed` is any feed of the account: a run is asked for by its own name.
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

    /// So many runs are asked for at a time.
    private static let count = 20
    /// All has settled so long after the end.
    static let settling = Duration.seconds(20)

    /// Asks for the runs that have ended and are open, each once, and writes down what has settled. One that is in trouble keeps no
    /// other from it; the first error is thrown in the end.
    public func settle() throws {
        let open = try journal.unsettled(limit: Self.count, try database.connect())
        guard !open.isEmpty else { return }
        var client = try ActorClient(base: feed.base, token: feed.token, retries: 0, pause: pause)
        var firstError: (any Error)?
        for run in open {
            do {
                try settle(run, &client)
            } catch {
                firstError = firstError ?? error
            }
        }
        if let firstError { throw firstError }
    }

    private func settle(_ run: FeedJournal.Unsettled, _ client: inout ActorClient) throws {
        let remote: RemoteRun?
        do throws(ApifyError) {
            remote = try client.run(id: run.apifyRunID, waitSeconds: 0, mayBeNew: false)
        } catch {
            // What Apify no longer knows has no cost any more.
            guard error.isNotFound else { throw error }
            remote = nil
        }
        guard remote?.hasSettled(at: now()) ?? true else { return }
        try takeLateItems(of: run.runID, &client)
        guard remote == nil || remote?.usageTotalUSD != nil else { return }
        try journal.settle(run.runID, costUSD: remote?.usageTotalUSD, try database.connect())
    }
}

extension RemoteRun {
    fileprivate func hasSettled(at now: Instant) -> Bool {
        status.isFinal && finishedAt.map { $0.advanced(by: RunSettlement.settling) <= now } ?? true
    }
}
