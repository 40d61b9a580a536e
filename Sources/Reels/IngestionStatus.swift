/// How the ingestion of live data stands: the answer of `GET /ingest/status`.
public struct IngestionStatus: Sendable, Equatable {
    /// The newest `scraped_at` of all observations.
    public var lastScrapedAt: Instant?
    /// Apify's name for the newest run that came from it.
    public var lastApifyRunID: String?
    /// Observations of the newest finished run.
    public var eventsLastRun: Int64
    /// All observations.
    public var totalRawEvents: Int64
    /// Reels that were ever observed.
    public var latestStateCount: Int64
    /// Reels published within seven days before their platform's data clock.
    public var reelsPublishedLast7d: Int64
    /// State of the newest run; nil before the first.
    public var newestRunState: RunState?

    /// The status as read from the database.
    public init(
        lastScrapedAt: Instant?, lastApifyRunID: String?, eventsLastRun: Int64, totalRawEvents: Int64,
        latestStateCount: Int64, reelsPublishedLast7d: Int64, newestRunState: RunState?
    ) {
        self.lastScrapedAt = lastScrapedAt
        self.lastApifyRunID = lastApifyRunID
        self.eventsLastRun = eventsLastRun
        self.totalRawEvents = totalRawEvents
        self.latestStateCount = latestStateCount
        self.reelsPublishedLast7d = reelsPublishedLast7d
        self.newestRunState = newestRunState
    }
}
