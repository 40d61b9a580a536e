public import Reels

/// How often a reel had been viewed at one time: what an observation says of growth.
public struct Sighting: Sendable, Hashable {
    /// When the platform was looked at.
    public let scrapedAt: Instant
    /// Views at that time; not negative.
    public let views: Int64
    /// What ``views`` compares with; nil where ``scrapedAt`` is a file's modification time, and growth by it means nothing.
    public let stratum: Stratum?

    /// `views` seen at `scrapedAt`.
    public init(scrapedAt: Instant, views: Int64, stratum: Stratum?) {
        self.scrapedAt = scrapedAt
        self.views = views
        self.stratum = stratum
    }
}
