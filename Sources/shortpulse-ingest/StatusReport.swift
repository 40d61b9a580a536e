import FoundationEssentials
import Ingest
import Postgres
import Reels
import Storage

/// How ingestion stands, for people and for programs. The members are those of the JSON.
struct StatusReport: Encodable {
    /// Of whom the answer is, since one database may hold several.
    let schema: String
    @OrNull var lastScrapedAt: String?
    let totalRawEvents: Int64
    let latestStateCount: Int64
    let reelsPublishedLast7d: Int64
    /// In US dollars, of the last 30 days, as far as settled.
    let costUsdLast30d: Double
    let runsWithCostOpen: Int64
    /// The run that is at work.
    @OrNull var activeRun: ActiveRun?
    let feeds: [Feed]
    /// Runs that were interrupted, of feeds that are configured no more.
    let strandedRuns: [StrandedRun]
    /// Newest first.
    let runs: [ShownRun]

    private enum CodingKeys: String, CodingKey {
        case schema, lastScrapedAt, totalRawEvents, latestStateCount
        case reelsPublishedLast7d = "reels_published_last_7d"
        case costUsdLast30d = "cost_usd_last_30d"
        case runsWithCostOpen, activeRun, feeds, strandedRuns, runs
    }

    struct ActiveRun: Encodable {
        let id: String
        @OrNull var host: String?
        @OrNull var processId: Int64?
        @OrNull var stage: String?
        @OrNull var itemsFetched: Int64?
        @OrNull var itemsTotal: Int64?
    }

    struct Feed: Encodable {
        let name: String
        let actor: String
        @OrNull var platform: String?
        let intervalHours: Double
        @OrNull var lastStartedAt: String?
        @OrNull var nextDueAt: String?
        /// A run that is to be gone on with.
        @OrNull var interruptedRunId: String?
    }

    struct StrandedRun: Encodable {
        let id: String
        let feed: String
    }

    struct ShownRun: Encodable {
        let id: String
        let source: String
        @OrNull var feed: String?
        @OrNull var platform: String?
        let state: String
        let startedAt: String
        @OrNull var finishedAt: String?
        @OrNull var apifyRunId: String?
        let itemsReceived: Int64
        let itemsObserved: Int64
        let itemsDuplicate: Int64
        let itemsRejected: Int64
        @OrNull var costUsd: Double?
        @OrNull var error: String?
    }

    /// So many runs are told of.
    private static let shownRuns = 10

    init(_ installation: Installation, _ connection: borrowing Connection) throws {
        let journal = FeedJournal(schema: installation.schema)
        let status = try StatusReader(schema: installation.schema).status(connection)
        let spending = try journal.spending(connection)
        let services = try journal.lastServices(connection)
        let newest = try journal.runs.newest(limit: Self.shownRuns, connection)
        schema = installation.schema.name
        lastScrapedAt = status.lastScrapedAt?.iso8601
        totalRawEvents = status.totalRawEvents
        latestStateCount = status.latestStateCount
        reelsPublishedLast7d = status.reelsPublishedLast7d
        costUsdLast30d = spending.lastThirtyDaysUSD
        runsWithCostOpen = spending.unsettledCount
        activeRun = try journal.runs.holder(connection).map { holder in
            ActiveRun(holder, newest.first { $0.id == holder.runID }?.progress)
        }
        let configured = try installation.feeds()
        feeds = configured.map { Feed($0, services[$0.name] ?? FeedJournal.LastService()) }
        strandedRuns = services.sorted { $0.key < $1.key }.compactMap { name, last in
            guard let id = last.interruptedRunID, !configured.contains(where: { $0.name == name }) else { return nil }
            return StrandedRun(id: id, feed: name)
        }
        runs = newest.map(ShownRun.init)
    }

    /// One object, its members in the order of their names.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.keyEncodingStrategy = .convertToSnakeCase
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}

extension StatusReport.ActiveRun {
    fileprivate init(_ holder: LeaseHolder, _ progress: RunProgress?) {
        self.init(
            id: holder.runID, host: holder.host, processId: holder.processID, stage: progress?.stage.word,
            itemsFetched: progress?.itemsFetched, itemsTotal: progress?.itemsTotal)
    }
}

extension StatusReport.Feed {
    fileprivate init(_ feed: ApifyFeed, _ last: FeedJournal.LastService) {
        self.init(
            name: feed.name, actor: feed.actorID, platform: feed.platform?.rawValue,
            intervalHours: feed.interval / .seconds(3_600), lastStartedAt: last.startedAt?.iso8601,
            nextDueAt: FeedSchedule(interval: feed.interval).dueTime(after: last)?.iso8601,
            interruptedRunId: last.interruptedRunID)
    }
}

extension StatusReport.ShownRun {
    fileprivate init(_ run: Run) {
        self.init(
            id: run.id, source: run.source.rawValue, feed: run.feed, platform: run.platform?.rawValue,
            state: run.state.rawValue, startedAt: run.startedAt.iso8601, finishedAt: run.finishedAt?.iso8601,
            apifyRunId: run.apifyRunID, itemsReceived: run.counts.received, itemsObserved: run.counts.observed,
            itemsDuplicate: run.counts.duplicate, itemsRejected: run.counts.rejected, costUsd: run.costUSD,
            error: run.error)
    }
}

extension RunProgress.Stage {
    fileprivate var word: String {
        switch self {
        case .queued: "queued"
        case .starting: "starting"
        case .remote(let status): "waiting for Apify (\(status))"
        case .fetching: "fetching"
        case .storing: "storing"
        }
    }
}
