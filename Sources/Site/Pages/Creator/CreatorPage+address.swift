import Markup
import Reels
import Scoring

extension CreatorPage {
    /// The page of a creator's reels, whose handle is exactly `creator`, with what `query` chooses beside the platform.
    static func address(of creator: String, platform: Platform, query: CohortQuery) -> SiteAddress {
        var query = query
        query.platform = nil
        return query.address("creators", platform.rawValue, creator)
    }
}

extension ScoredReel {
    /// The page of its creator; nil where nobody is named, or by what no path can hold: a step, a NUL, or too much.
    func creatorAddress(_ query: CohortQuery) -> SiteAddress? {
        guard let creator = creatorUsername, !["", ".", ".."].contains(creator), !creator.utf8.contains(0) else {
            return nil
        }
        let page = CreatorPage.address(of: creator, platform: key.platform, query: CohortQuery())
        guard page.text.utf8.count <= Path.longest else { return nil }
        return CreatorPage.address(of: creator, platform: key.platform, query: query)
    }
}
