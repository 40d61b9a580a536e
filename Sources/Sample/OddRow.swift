internal import Reels

/// Rows that stand in every real dataset and are no reels: each run has some of them.
enum OddRow {
    /// All kinds of them, as they come beside `reel`'s own row at `instant`.
    static func rows(besides reels: [SampleReel], at instant: Instant, using random: inout SplitMix64) -> [[UInt8]] {
        var rows = [noItems(tag: random.pick(Vocabulary.tags)), goneVideo(by: random.pick(reels).creator)]
        for type in ["Image", "Sidecar"] {
            rows.append(picture(type, by: random.pick(reels).creator, using: &random))
        }
        rows.append(slideshow(by: random.pick(reels).creator, at: instant, using: &random))
        rows.append(video(date: "\(2 + random.integer(below: 9)) days ago", duration: "0:41", using: &random))
        let date = instant.advanced(byMicroseconds: -3 * Microseconds.day).iso8601
        rows.append(video(date: date, duration: "00:\(10 + random.integer(below: 40)):07", using: &random))
        return rows
    }

    private static func noItems(tag: String) -> [UInt8] {
        var item = ItemText()
        item.add("url", "https://www.instagram.com/explore/tags/\(tag)")
        item.add("inputUrl", "https://www.instagram.com/explore/tags/\(tag)")
        item.add("requestErrorMessages", [])
        item.add("error", "no_items")
        item.add("errorDescription", "Empty or private data for provided input")
        return item.closed
    }

    private static func goneVideo(by creator: Creator) -> [UInt8] {
        var item = ItemText()
        item.add("url", "https://www.tiktok.com/@\(creator.handle)")
        item.add("input", creator.handle)
        item.add("error", "Post not found or private")
        return item.closed
    }

    private static func picture(_ type: String, by creator: Creator, using random: inout SplitMix64) -> [UInt8] {
        let code = "C" + random.code(10, of: Vocabulary.addressAlphabet)
        var item = ItemText()
        item.add("id", "38" + random.code(17, of: Vocabulary.digits))
        item.add("type", type)
        item.add("shortCode", code)
        item.add("caption", Vocabulary.caption(using: &random))
        item.add("hashtags", [])
        item.add("url", "https://www.instagram.com/p/\(code)/")
        item.add("commentsCount", Int64(random.integer(below: 90)))
        item.add("ownerUsername", creator.handle)
        return item.closed
    }

    private static func slideshow(
        by creator: Creator, at instant: Instant, using random: inout SplitMix64
    ) -> [UInt8] {
        let id = "76" + random.code(17, of: Vocabulary.digits)
        var item = ItemText()
        item.add("id", id)
        item.add("text", Vocabulary.caption(using: &random))
        item.add("createTime", instant.microseconds / 1_000_000 - 90_000)
        item.add("authorMeta") { $0.add("name", creator.handle) }
        item.add("webVideoUrl", "https://www.tiktok.com/@\(creator.handle)/video/\(id)")
        item.add("diggCount", Int64(random.integer(below: 900)))
        item.add("playCount", Int64(900 + random.integer(below: 9_000)))
        item.add("isSlideshow", true)
        return item.closed
    }

    /// A row that YouTube gives beside the Shorts: with a date in words, or too long.
    private static func video(date: String, duration: String, using random: inout SplitMix64) -> [UInt8] {
        let id = random.code(11, of: Vocabulary.addressAlphabet)
        let isShort = duration.utf8.count < 6
        var item = ItemText()
        item.add("title", Vocabulary.caption(using: &random))
        item.add("id", id)
        item.add("url", "https://www.youtube.com/\(isShort ? "shorts/" : "watch?v=")\(id)")
        item.add("viewCount", Int64(random.integer(below: 90_000)))
        item.add("date", date)
        item.add("channelName", random.pick(Vocabulary.artists))
        item.add("duration", duration)
        return item.closed
    }
}
