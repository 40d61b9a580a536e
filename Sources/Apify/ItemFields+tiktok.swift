internal import Reels

extension ItemFields {
    /// `clockworks/tiktok-scraper`, `free-tiktok-scraper`.
    func tiktokObservation(of key: ReelKey, scrapedAt: Instant) throws(ItemRejection) -> Observation {
        if isTrue("isSlideshow") { throw ItemRejection(.notAVideo, "isSlideshow is true: pictures, no video") }
        let views = try views(.playCount)
        let music = object("musicMeta")
        let creator = object("authorMeta").name("name")
        return Observation(
            key: key, scrapedAt: scrapedAt, publishTime: try tiktokPublishTime(), views: views.count,
            viewsSource: views.source,
            reelURL: address("webVideoUrl", on: .tiktok, known: Self.tiktokAddress(creator: creator, id: key.reelID)),
            creatorUsername: creator, likes: try count("diggCount"), comments: try count("commentCount"),
            shares: try count("shareCount"), saves: try count("collectCount"), captionText: text("text"),
            audioID: music.name("musicId"), audioName: music.name("musicName"), hashtags: tags("hashtags"),
            durationSeconds: object("videoMeta").seconds("duration"))
    }

    private func tiktokPublishTime() throws(ItemRejection) -> Instant {
        if let instant = try secondsSince1970("createTime") { return instant }
        return try instant("createTimeISO")
    }

    /// Nil unless both parts are what TikTok makes them of.
    private static func tiktokAddress(creator: String?, id: String) -> String? {
        guard let creator, id.utf8.allSatisfy(JSONByte.isDigit),
            creator.utf8.split(separator: UInt8(ascii: ".")).allSatisfy({ Substring($0).isAddressCode })
        else { return nil }
        return "https://www.tiktok.com/@\(creator)/video/\(id)"
    }
}
