/// What one run saw of one reel. Once stored it is never changed and never deleted.
///
/// Counters are whole and not negative. Text holds no NUL.
public struct Observation: Equatable, Sendable {
    /// What names the reel.
    public var key: ReelKey
    /// As received; a link only through ``ReelAddress``.
    public var reelURL: String?
    /// The creator's handle, where the item gives one.
    public var creatorUsername: String?
    /// When the platform was looked at.
    public var scrapedAt: Instant
    /// When the reel was published.
    public var publishTime: Instant
    /// False where the platform gave only a day: `publishTime` is then that day's midnight in UTC.
    public var publishTimeIsExact: Bool
    /// How often it had been viewed.
    public var views: Int64
    /// Which of the platform's counts ``views`` is.
    public var viewsSource: ViewsSource
    /// Nil when the creator hides them.
    public var likes: Int64?
    /// Nil where the platform does not say.
    public var comments: Int64?
    /// How often it had been passed on; nil where the platform does not say.
    public var shares: Int64?
    /// How often it had been kept; nil where the platform does not say.
    public var saves: Int64?
    /// What the creator wrote beside it.
    public var captionText: String?
    /// The platform's identifier of its sound.
    public var audioID: String?
    /// The name of its sound.
    public var audioName: String?
    /// Without their `#`.
    public var hashtags: [String]
    /// Length in seconds.
    public var durationSeconds: Double?

    /// An observation; what is left out is unknown.
    public init(
        key: ReelKey, scrapedAt: Instant, publishTime: Instant, publishTimeIsExact: Bool = true, views: Int64,
        viewsSource: ViewsSource, reelURL: String? = nil, creatorUsername: String? = nil, likes: Int64? = nil,
        comments: Int64? = nil, shares: Int64? = nil, saves: Int64? = nil, captionText: String? = nil,
        audioID: String? = nil, audioName: String? = nil, hashtags: [String] = [], durationSeconds: Double? = nil
    ) {
        self.key = key
        self.reelURL = reelURL
        self.creatorUsername = creatorUsername
        self.scrapedAt = scrapedAt
        self.publishTime = publishTime
        self.publishTimeIsExact = publishTimeIsExact
        self.views = views
        self.viewsSource = viewsSource
        self.likes = likes
        self.comments = comments
        self.shares = shares
        self.saves = saves
        self.captionText = captionText
        self.audioID = audioID
        self.audioName = audioName
        self.hashtags = hashtags
        self.durationSeconds = durationSeconds
    }
}
