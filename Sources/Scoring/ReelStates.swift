public import Reels

/// The newest observation of each reel of one platform as of one instant, as columns: row `i` of every column belongs to
/// the same reel. What cohorts are cut from.
public struct ReelStates: Sendable {
    /// The platform of every row.
    public let platform: Platform
    /// No row was scraped later than this.
    public let asOf: Instant

    /// The platform's own identifier.
    public private(set) var reelID = TextColumn()
    /// The address as received.
    public private(set) var reelURL = TextColumn()
    /// The handle of the reel's creator.
    public private(set) var creatorUsername = TextColumn()
    /// What the creator wrote beside the reel.
    public private(set) var captionText = TextColumn()
    /// When the reel was published.
    public private(set) var publishTime: [Instant] = []
    /// When the newest observation was made.
    public private(set) var scrapedAt: [Instant] = []
    /// Views at that time.
    public private(set) var views: [Int64] = []
    /// Likes, unknown where the creator hides them.
    public private(set) var likes: [OptionalCount] = []
    /// Comments.
    public private(set) var comments: [OptionalCount] = []
    /// Shares where known, else saves where known; never their sum.
    public private(set) var sharesOrSaves: [OptionalCount] = []

    /// No rows yet.
    public init(platform: Platform, asOf: Instant) {
        self.platform = platform
        self.asOf = asOf
    }

    /// Number of reels.
    public var count: Int { views.count }

    /// Adds a reel by its newest observation not later than ``asOf``.
    public mutating func append(_ observation: Observation) {
        reelID.append(observation.key.reelID)
        reelURL.append(observation.reelURL)
        creatorUsername.append(observation.creatorUsername)
        captionText.append(observation.captionText)
        publishTime.append(observation.publishTime)
        scrapedAt.append(observation.scrapedAt)
        views.append(observation.views)
        likes.append(OptionalCount(observation.likes))
        comments.append(OptionalCount(observation.comments))
        sharesOrSaves.append(OptionalCount(observation.shares ?? observation.saves))
    }
}
