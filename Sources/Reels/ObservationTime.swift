/// An instant at which finished runs have observed something: a place to look back to.
public struct ObservationTime: Sendable, Hashable {
    /// The runs' own time, and so that of every observation of theirs.
    public let instant: Instant
    /// Which platforms were looked at; nil where that was more than one at once, and which is not kept.
    public let platforms: Set<Platform>?

    /// Of runs at `instant`.
    public init(_ instant: Instant, platforms: Set<Platform>?) {
        self.instant = instant
        self.platforms = platforms
    }

    /// Whether a reel of `platform` may have been seen then; of any, where none is named.
    public func includes(_ platform: Platform?) -> Bool {
        platform.flatMap { platform in platforms.map { $0.contains(platform) } } ?? true
    }
}
