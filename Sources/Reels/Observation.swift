/// What one run saw of one reel. Once stored it is never changed and never deleted.
///
/// Counters are whole and not negative. Text holds no NUL.
public struct Observation: Equatable, Sendable {
    public var key: ReelKey
    /// As received; a link only through ``ReelAddress``.
    public var reelURL: String?
    public var creatorUsername: String?
    /// When the platform was looked at.
    public var scrapedAt: Instant
    public var publishTime: Instant
    /// False where the platform gave only a day: `publishTime` is then that day's midnight in UTC.
    public var publishTimeIsExact: Bool
    public var views: Int64
    public var viewsSource: ViewsSource
    /// Nil when the creator hides them.
    public var likes: Int64?
    /// Nil where the platform does not say.
    public var comments: Int64?
    public var shares: Int64?
    public var saves: Int64?
    public var captionText: String?
    public var audioID: String?
    public var audioName: String?
    public var hashtags: [String]
    public var durationSeconds: Double?

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
