public import Reels

/// How coarsely a platform shows its counts. Source: docs/statistics.md, "Interval velocity".
public enum CountRounding {
    /// How far the true count may lie from the one shown, either way.
    ///
    /// TikTok rounds to the nearest: 12.3 K is 12,250 to 12,350, 1.2 M is 1,150,000 to 1,250,000. Whether a round
    /// number was rounded cannot be seen, so it is taken to be. Other platforms give exact counts: 0.
    public static func halfWidth(of count: Int64, on platform: Platform) -> Int64 {
        guard platform == .tiktok, count >= 10_000, count.isMultiple(of: 100) else { return 0 }
        return count >= 1_000_000 && count.isMultiple(of: 100_000) ? 50_000 : 50
    }
}
