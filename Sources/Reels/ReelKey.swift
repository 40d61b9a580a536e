/// What names a reel: the platform's own identifier and the platform.
///
/// Keys are ordered by the bytes of `reelID`, then by platform, as PostgreSQL orders them under the `C` collation.
public struct ReelKey: Hashable, Sendable, Comparable {
    /// The platform's own identifier.
    public var reelID: String
    /// Where the reel was published.
    public var platform: Platform

    /// A key of both parts.
    public init(reelID: String, platform: Platform) {
        self.reelID = reelID
        self.platform = platform
    }

    /// By the bytes of the identifier, then by platform.
    public static func < (left: ReelKey, right: ReelKey) -> Bool {
        if left.reelID == right.reelID { return left.platform < right.platform }
        return left.reelID.utf8.lexicographicallyPrecedes(right.reelID.utf8)
    }
}
