public import Reels

/// The newest observation of each reel of one platform as of one instant, as columns: row `i` of every column belongs to
/// the same reel. What cohorts are cut from.
public struct ReelStates: Sendable {
    /// The platform of every row.
    public let platform: Platform
    /// No row was scraped later than this.
    public internal(set) var asOf: Instant

    /// The platform's own identifier.
    public internal(set) var reelID: DictionaryColumn
    /// The address as received.
    public internal(set) var reelURL = SharedTextColumn()
    /// The handle of the reel's creator.
    public internal(set) var creatorUsername: DictionaryColumn
    /// What the creator wrote beside the reel.
    public internal(set) var captionText = SharedTextColumn()
    /// When the reel was published.
    public internal(set) var publishTime: [Instant] = []
    /// When the newest observation was made.
    public internal(set) var scrapedAt: [Instant] = []
    /// Views at that time.
    public internal(set) var views: [Int64] = []
    /// Likes, unknown where the creator hides them.
    public internal(set) var likes: [OptionalCount] = []
    /// Comments.
    public internal(set) var comments: [OptionalCount] = []
    /// Shares where known, else saves where known; never their sum.
    public internal(set) var sharesOrSaves: [OptionalCount] = []
    /// Whether the shares are known, and not only the saves.
    var knowsShares = BitColumn()

    /// No rows yet. The numbers of identifiers and creators are those of `reels` and `creators`, and go on after them.
    public init(
        platform: Platform, asOf: Instant, reels: TextDictionary = TextDictionary(),
        creators: TextDictionary = TextDictionary()
    ) {
        self.platform = platform
        self.asOf = asOf
        reelID = DictionaryColumn(reels)
        creatorUsername = DictionaryColumn(creators)
    }

    /// Makes room for so many reels: growing as they come would copy them several times.
    public mutating func reserve(_ count: Int) {
        reelURL.reserve(count, bytesEach: 48)
        captionText.reserve(count, bytesEach: 112)
        reserveNumbers(count)
    }

    /// The same for all but the texts.
    mutating func reserveNumbers(_ count: Int) {
        reelID.reserve(count)
        creatorUsername.reserve(count)
        publishTime.reserveCapacity(count)
        scrapedAt.reserveCapacity(count)
        views.reserveCapacity(count)
        likes.reserveCapacity(count)
        comments.reserveCapacity(count)
        sharesOrSaves.reserveCapacity(count)
    }

    /// Number of reels.
    public var count: Int { views.count }

    /// Bytes of all texts, each identifier and each creator counted once.
    public var textBytes: Int {
        reelID.dictionary.byteCount + creatorUsername.dictionary.byteCount + reelURL.byteCount + captionText.byteCount
    }

    /// Adds a reel by its newest observation not later than ``asOf``.
    public mutating func append(_ observation: Observation) {
        reelID.append(observation.key.reelID)
        reelURL.append(observation.reelURL)
        creatorUsername.append(observation.creatorUsername)
        captionText.append(observation.captionText)
        append(
            scrapedAt: observation.scrapedAt, publishTime: observation.publishTime, views: observation.views,
            likes: observation.likes, comments: observation.comments, shares: observation.shares,
            saves: observation.saves)
    }

    /// Adds a reel's counters; its texts, or its identifier, come by themselves.
    public mutating func append(
        scrapedAt: Instant, publishTime: Instant, views: Int64, likes: Int64?, comments: Int64?, shares: Int64?,
        saves: Int64?
    ) {
        self.scrapedAt.append(scrapedAt)
        self.publishTime.append(publishTime)
        self.views.append(views)
        self.likes.append(OptionalCount(likes))
        self.comments.append(OptionalCount(comments))
        sharesOrSaves.append(OptionalCount(shares ?? saves))
        knowsShares.append(shares != nil)
    }

    /// Adds a reel's texts: `write` is called for identifier, address, creator and caption in this order, appends each to the
    /// bytes that it is given, and returns false for null. Call ``settle()`` after the last.
    public mutating func appendTexts(_ write: (inout [UInt8]) throws -> Bool) rethrows {
        try reelID.append(write)
        try reelURL.append(write)
        try creatorUsername.append(write)
        try captionText.append(write)
    }

    /// Adds a reel's identifier alone, where the other texts of all rows are to stay unknown. Call ``settle()`` after the last.
    public mutating func appendIdentifier(_ write: (inout [UInt8]) throws -> Bool) rethrows {
        try reelID.append(write)
    }

    /// Makes the identifiers and creators that were written last known to all columns.
    public mutating func settle() {
        reelID.settle()
        creatorUsername.settle()
    }
}
