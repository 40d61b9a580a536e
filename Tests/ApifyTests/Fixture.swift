import Apify
import Reels

/// An item of our own invention, in the shape that an actor writes, with members replaced as raw JSON. A member
/// replaced by nothing is left out.
struct Fixture {
    static let scrapedAt = Instant(seconds: 1_781_524_800)  // 2026-06-15T12:00:00Z

    var members: [(name: String, json: String)]

    func with(_ name: String, _ json: String?) -> Fixture {
        var copy = self
        copy.members.removeAll { $0.name == name }
        if let json { copy.members.append((name, json)) }
        return copy
    }

    var text: String { "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}" }

    func observation(platform: Platform? = nil) throws -> Observation {
        try ItemMapper(scrapedAt: Self.scrapedAt, platform: platform).observation(from: Array(text.utf8))
    }

    /// Nil where the item is no rejection.
    func rejection(platform: Platform? = nil) -> ItemRejection? {
        do {
            _ = try ItemMapper(scrapedAt: Self.scrapedAt, platform: platform).observation(from: Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    static let instagram = Fixture(members: [
        ("id", #""3700000000000000001""#), ("type", #""Video""#), ("shortCode", #""PaperLamp01""#),
        ("caption", #""Folding a lamp 🏮""#), ("hashtags", #"["paper","lamp"]"#),
        ("url", #""https://www.instagram.com/p/PaperLamp01/""#), ("commentsCount", "21"), ("likesCount", "812"),
        ("videoPlayCount", "36450"), ("igPlayCount", "30000"), ("videoViewCount", "9000"),
        ("timestamp", #""2026-06-14T11:47:37.000Z""#), ("ownerUsername", #""paper.lantern.lab""#),
        ("productType", #""clips""#), ("videoDuration", "54.93"),
        ("musicInfo", #"{"artist_name":"Moth Parade","song_name":"Slow Lamp","audio_id":"28283873319133300"}"#),
    ])

    static let tiktok = Fixture(members: [
        ("id", #""7600000000000000001""#), ("text", #""knitting a cloud""#), ("createTime", "1781437657"),
        ("createTimeISO", #""2026-06-14T11:47:37.000Z""#), ("authorMeta", #"{"name":"wool.orbit","fans":12}"#),
        ("musicMeta", #"{"musicId":"7123","musicName":"original sound","musicOriginal":true}"#),
        ("videoMeta", #"{"duration":15}"#), ("diggCount", "1600"), ("shareCount", "12"), ("playCount", "24500"),
        ("commentCount", "8"), ("collectCount", "203"), ("hashtags", #"[{"name":"wool"},{"name":""},{"id":1}]"#),
        ("webVideoUrl", #""https://www.tiktok.com/@wool.orbit/video/7600000000000000001""#),
        ("isSlideshow", "false"),
    ])

    static let youtube = Fixture(members: [
        ("id", #""Qx0aPaper_1""#), ("url", #""https://www.youtube.com/shorts/Qx0aPaper_1""#),
        ("title", #""A kettle in 16 seconds""#), ("viewCount", "31401"), ("likes", "684"), ("commentsCount", "2"),
        ("channelName", #""Kettle Orchestra""#), ("duration", #""00:00:16""#),
        ("date", #""2026-06-13T10:00:16.000Z""#), ("hashtags", ##"["#kettle"]"##),
    ])
}
