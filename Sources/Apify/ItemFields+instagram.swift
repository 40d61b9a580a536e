internal import Reels

extension ItemFields {
    /// `apify/instagram-reel-scraper`, `-scraper`, `-hashtag-scraper`, `-api-scraper`.
    func instagramObservation(of key: ReelKey, scrapedAt: Instant) throws(ItemRejection) -> Observation {
        if let type = name("type"), ["image", "sidecar"].contains(type.lowercased()) {
            throw ItemRejection(.notAVideo, "type is \(ShownValue(type)), no video")
        }
        let views = try views(.videoPlayCount, .igPlayCount, .videoViewCount)
        let music = object("musicInfo")
        let code = name("shortCode").flatMap { $0.isAddressCode ? "https://www.instagram.com/p/\($0)/" : nil }
        return Observation(
            key: key, scrapedAt: scrapedAt, publishTime: try instant("timestamp"), views: views.count,
            viewsSource: views.source, reelURL: address("url", on: .instagram, known: code),
            creatorUsername: name("ownerUsername"), likes: try countUnlessHidden("likesCount"),
            comments: try count("commentsCount"), shares: try firstCount("sharesCount", "reshareCount"),
            captionText: text("caption"), audioID: music.name("audio_id"), audioName: music.name("song_name"),
            hashtags: tags("hashtags"), durationSeconds: seconds("videoDuration"))
    }
}
