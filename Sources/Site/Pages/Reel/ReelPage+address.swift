import Markup
import Reels

/// One reel: what was seen of it, and how each of its numbers is made.
enum ReelPage {
    /// Where a reel has its page, as of the instant and with the window and the data set of `query`. The reel names its
    /// platform itself.
    static func address(of key: ReelKey, query: CohortQuery) -> SiteAddress {
        var query = query
        query.platform = nil
        return query.address("performance", key.platform.rawValue, key.reelID)
    }
}
