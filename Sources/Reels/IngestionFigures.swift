/// What ingestion has come to since the first run, for those who watch it.
public struct IngestionFigures: Sendable, Equatable {
    /// The runs of one source and feed that are in one state.
    public struct Group: Sendable, Equatable {
        /// Where their items came from.
        public var source: RunSource
        /// Name of the configured feed; nil of imports.
        public var feed: String?
        /// How far they have come, or how they ended.
        public var state: RunState
        /// How many there are.
        public var runs: Int64
        /// What became of their items.
        public var counts: ItemCounts
        /// What Apify has charged for them, as far as it has settled.
        public var costUSD: Double
        /// When the last of them ended.
        public var lastFinishedAt: Instant?
        /// When the one that is at work last said that it lives.
        public var heartbeatAt: Instant?

        /// A group; see the members.
        public init(
            source: RunSource, feed: String? = nil, state: RunState, runs: Int64, counts: ItemCounts = ItemCounts(),
            costUSD: Double = 0, lastFinishedAt: Instant? = nil, heartbeatAt: Instant? = nil
        ) {
            self.source = source
            self.feed = feed
            self.state = state
            self.runs = runs
            self.counts = counts
            self.costUSD = costUSD
            self.lastFinishedAt = lastFinishedAt
            self.heartbeatAt = heartbeatAt
        }
    }

    /// In the order of source, feed and state.
    public var groups: [Group]
    /// How many items were rejected, by the code of their reason.
    public var rejections: [String: Int64]

    /// Figures as read from the database.
    public init(groups: [Group], rejections: [String: Int64]) {
        self.groups = groups
        self.rejections = rejections
    }
}
