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
    private static let settling = Duration.seconds(20)

    /// Asks for the runs that have ended and are open, and writes down what has settled.
    public func settle() throws {
        let open = try journal.unsettled(limit: Self.count, try database.connect())
        guard !open.isEmpty else { return }
        var client = try ActorClient(base: feed.base, token: feed.token, pause: pause)
        for run in open {
            guard let cost = try cost(of: run, &client) else { continue }
            try takeLateItems(of: run.runID, &client)
            try journal.settle(run.runID, costUSD: cost.dollars, try database.connect())
        }
    }

    private struct Cost {
        /// Nil where Apify no longer knows.
        let dollars: Double?
    }

    /// Nil where it has not settled yet.
    private func cost(of run: FeedJournal.Unsettled, _ client: inout ActorClient) throws -> Cost? {
        do throws(ApifyError) {
            let remote = try client.run(id: run.apifyRunID, waitSeconds: 0, mayBeNew: false)
            guard remote.status.isFinal, let dollars = remote.usageTotalUSD,
                remote.finishedAt.map({ $0.advanced(by: Self.settling) <= now() }) ?? true
            else { return nil }
            return Cost(dollars: dollars)
        } catch {
            guard error.isNotFound else { throw error }
            return Cost(dollars: nil)
        }
    }
}
