public import Reels

/// A sighting with what was said at that time of the reel's publication.
public struct PublishedSighting: Sendable, Hashable {
    /// What was seen.
    public let sighting: Sighting
    /// When the reel was published.
    public let publishTime: Instant
    /// False where only the day is known: the reel then takes no part in comparisons at equal age.
    public let publishTimeIsExact: Bool

    /// `sighting` of a reel published at `publishTime`.
    public init(_ sighting: Sighting, publishTime: Instant, isExact: Bool = true) {
        self.sighting = sighting
        self.publishTime = publishTime
        publishTimeIsExact = isExact
    }
}
