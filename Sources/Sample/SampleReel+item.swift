internal import Reels

extension SampleReel {
    /// The item that an actor writes at `instant`, in the shape that it has on the reel's platform.
    func item(at instant: Instant) -> [UInt8] { item(counts(at: instant)) }

    func item(_ counts: Counts) -> [UInt8] {
        switch platform {
        case .instagram: instagramItem(counts)
        case .tiktok: tiktokItem(counts.roundedAsOnTikTok)
        case .youtube: youtubeItem(counts)
        }
    }

    /// With milliseconds, as the actors write it.
    var publishTimeWithMilliseconds: String { publishTime.iso8601.dropLast() + ".000Z" }

    private func instagramItem(_ counts: Counts) -> [UInt8] {
        var item = ItemText()
        if form < 3 {
            item.add("error", "partial_data")
            item.add("errorDescription", "Was unable to give some add-on data, check log for details")
        }
        item.add("inputUrl", "https://www.instagram.com/reels/")
        item.add("id", reelID)
        item.add("type", "Video")
        item.add("shortCode", code)
        item.add("caption", caption)
        item.add("hashtags", tags)
        item.add("url", "https://www.instagram.com/p/\(code)/")
        item.add("commentsCount", counts.comments)
        item.add("dimensionsHeight", 1_920)
        item.add("dimensionsWidth", 1_080)
        item.add("displayUrl", "https://cdn.example.invalid/\(code).jpg")
        item.add("likesCount", counts.likes ?? -1)
        if form < 40 { item.add("videoViewCount", counts.views * 5 / 12) }
        item.add("videoPlayCount", counts.views)
        if form >= 40 { item.add("igPlayCount", counts.views) }
        if let shares = counts.shares { item.add(form < 80 ? "sharesCount" : "reshareCount", shares) }
        item.add("timestamp", publishTimeWithMilliseconds)
        item.add("ownerUsername", creator.handle)
        item.add("ownerId", creator.accountID)
        item.add("productType", "clips")
        item.add("videoDuration", milli: durationMilli)
        item.add("isPinned", form == 7)
        item.add("musicInfo") { music in
            music.add("artist_name", sound.artist)
            music.add("song_name", sound.name)
            music.add("uses_original_audio", sound.isOriginal)
            music.add("audio_id", sound.id)
        }
        return item.closed
    }

    private func tiktokItem(_ counts: Counts) -> [UInt8] {
        var item = ItemText()
        if form >= 8 { item.add("id", reelID) }
        item.add("text", caption)
        if form >= 8 { item.add("createTime", publishTime.microseconds / 1_000_000) }
        item.add("createTimeISO", publishTimeWithMilliseconds)
        item.add("authorMeta") { author in
            author.add("id", creator.accountID)
            author.add("name", creator.handle)
            author.add("fans", Int64(4_000 * exponential(creator.reach)))
        }
        item.add("musicMeta") { music in
            music.add("musicId", sound.id)
            music.add("musicName", sound.isOriginal ? "original sound" : sound.name)
            music.add("musicAuthor", sound.artist)
            music.add("musicOriginal", sound.isOriginal)
        }
        item.add("webVideoUrl", "https://www.tiktok.com/@\(creator.handle)/video/\(reelID)")
        item.add("videoMeta") { video in
            video.add("height", 1_024)
            video.add("width", 576)
            video.add("duration", Int64(durationMilli / 1_000))
        }
        item.add("diggCount", counts.likes ?? 0)
        if let shares = counts.shares { item.add("shareCount", shares) }
        item.add("playCount", counts.views)
        item.add("collectCount", counts.saves)
        item.add("commentCount", counts.comments)
        item.add("hashtags", named: tags)
        item.add("isSlideshow", false)
        item.add("isPinned", form == 9)
        item.add("isAd", false)
        return item.closed
    }

    private func youtubeItem(_ counts: Counts) -> [UInt8] {
        let seconds = durationMilli / 1_000
        var item = ItemText()
        item.add("title", caption)
        if form < 10 { item.add("type", "shorts") }
        item.add("id", reelID)
        item.add("url", form < 14 ? "https://www.youtube.com/watch?v=\(reelID)" : youtubeAddress)
        item.add("thumbnailUrl", "https://cdn.example.invalid/\(reelID).jpg")
        item.add("viewCount", counts.views)
        item.add("likes", orNull: counts.likes)
        item.add("commentsCount", counts.comments)
        item.add("date", youtubeDate)
        item.add("channelName", creator.displayName)
        item.add("channelId", creator.accountID)
        item.add("channelUrl", "https://www.youtube.com/channel/\(creator.accountID)")
        let minute = seconds / 60
        let rest = (seconds % 60).padded(to: 2)
        item.add("duration", form < 50 ? "\(minute):\(rest)" : "00:\(minute.padded(to: 2)):\(rest)")
        item.add("hashtags", tags.map { "#" + $0 })
        return item.closed
    }

    private var youtubeAddress: String { "https://www.youtube.com/shorts/\(reelID)" }

    /// A day alone, an offset, or `Z`.
    private var youtubeDate: String {
        switch form {
        case 20..<27: String(publishTime.iso8601.prefix(10))
        case 27..<35:
            publishTime.advanced(byMicroseconds: -7 * Microseconds.hour).iso8601.dropLast() + "-07:00"
        default: publishTimeWithMilliseconds
        }
    }
}
