/// One ingestion, from Apify or from files: a row of `ingestion_runs`.
public struct Run: Sendable, Equatable {
    /// A version 4 UUID in lower case.
    public var id: String
    /// Where the items came from.
    public var source: RunSource
    /// The platform of its items; nil where there were several or none.
    public var platform: Platform?
    /// How far it has come, or how it ended.
    public var state: RunState
    /// When it was asked for or began.
    public var startedAt: Instant
    /// When it ended; nil while it goes on.
    public var finishedAt: Instant?
    /// When the platform was looked at; nil until that is known.
    public var scrapedAt: Instant?
    /// Apify's own name for the run.
    public var apifyRunID: String?
    /// The items' fates.
    public var counts: ItemCounts
    /// What Apify charged, once it has settled.
    public var costUSD: Double?
    /// Why it failed, in words for the operator.
    public var error: String?
    /// Name of the configured feed that it serves; nil of an import.
    public var feed: String?
    /// How far it has come; only while it is active, and only where that is known.
    public var progress: RunProgress?

    /// A run as stored.
    public init(
        id: String, source: RunSource, platform: Platform? = nil, state: RunState, startedAt: Instant,
        finishedAt: Instant? = nil, scrapedAt: Instant? = nil, apifyRunID: String? = nil,
        counts: ItemCounts = ItemCounts(), costUSD: Double? = nil, error: String? = nil,
        feed: String? = nil, progress: RunProgress? = nil
    ) {
        self.id = id
        self.source = source
        self.platform = platform
        self.state = state
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.scrapedAt = scrapedAt
        self.apifyRunID = apifyRunID
        self.counts = counts
        self.costUSD = costUSD
        self.error = error
        self.feed = feed
        self.progress = progress
    }
}

/// Where a run's items come from.
public enum RunSource: String, CaseIterable, Sendable {
    case apify
    case `import`
}

/// How far a run has come, or how it ended.
public enum RunState: String, CaseIterable, Sendable {
    case queued
    case running
    case succeeded
    /// It ended well and brought no observation.
    case empty
    /// It was cut short and brought some.
    case partial
    case failed

    /// Whether the run goes on.
    public var isActive: Bool { self == .queued || self == .running }
}

/// What became of a run's items: `received = observed + duplicate + rejected`.
public struct ItemCounts: Sendable, Equatable {
    /// Items that became observations.
    public var observed: Int64
    /// Items that repeat a sighting already known.
    public var duplicate: Int64
    /// Items that are no reel, each kept with its reason.
    public var rejected: Int64

    /// All items that came.
    public var received: Int64 { observed + duplicate + rejected }

    /// Counts of nothing yet, or of what is given.
    public init(observed: Int64 = 0, duplicate: Int64 = 0, rejected: Int64 = 0) {
        self.observed = observed
        self.duplicate = duplicate
        self.rejected = rejected
    }
}
