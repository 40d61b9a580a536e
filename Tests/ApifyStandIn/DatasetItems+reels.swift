import FoundationEssentials
import System

extension DatasetItems {
    /// Made-up Instagram reels, whose ids count from 1: one published each minute, the last of them at `lastPublish`,
    /// in seconds since 1970.
    package static func reels(_ count: Int, lastPublish: Int64 = WallClock.now() / 1_000_000) -> DatasetItems {
        DatasetItems(count: count) { index in
            let published = Date(timeIntervalSince1970: Double(lastPublish) - 60 * Double(count - 1 - index))
            let id = "\(1_000_000_000_000_000_001 + index)"
            let views = 1_000 + index * 7_919 % 100_003
            let members: [JSONText.Member] = [
                ("id", JSONText.quoted(id)), ("type", #""Video""#), ("productType", #""clips""#),
                ("shortCode", #""Made\#(index + 1)""#), ("url", #""https://www.instagram.com/p/Made\#(index + 1)/""#),
                ("timestamp", #""\#(HostedRun.text(published))""#), ("ownerUsername", #""paper.crane.\#(index % 97)""#),
                ("caption", #""made up, number \#(index + 1)""#), ("hashtags", #"["paper","crane"]"#),
                ("videoPlayCount", "\(views)"), ("likesCount", "\(views / 20)"), ("commentsCount", "\(views / 400)"),
                ("videoDuration", "21.5"),
            ]
            return Array(JSONText.object(members).utf8)
        }
    }
}
