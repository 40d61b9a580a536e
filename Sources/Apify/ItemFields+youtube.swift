internal import Reels

extension ItemFields {
    /// A Short lasts no longer, in seconds.
    private static var longestShort: Double { 180 }

    /// `streamers/youtube-scraper`, `-shorts-scraper`.
    func youtubeObservation(of key: ReelKey, scrapedAt: Instant) throws(ItemRejection) -> Observation {
        try refuseLongForm()
        let publishTime = try youtubePublishTime()
        let views = try views(.viewCount)
        let isCode = key.reelID.utf8.count == 11 && key.reelID.isAddressCode
        return Observation(
            key: key, scrapedAt: scrapedAt, publishTime: publishTime.instant, publishTimeIsExact: publishTime.isExact,
            views: views.count, viewsSource: views.source,
            reelURL: address(
                "url", on: .youtube, known: isCode ? "https://www.youtube.com/shorts/\(key.reelID)" : nil),
            creatorUsername: name("channelName") ?? name("channelUsername"), likes: try count("likes"),
            comments: try count("commentsCount"), captionText: text("title"), hashtags: tags("hashtags"),
            durationSeconds: seconds("duration"))
    }

    /// A Short says so by its address or its type, or else is short. What tells nothing at all is rejected, too: most of
    /// YouTube is no Short.
    private func refuseLongForm() throws(ItemRejection) {
        if text("url")?.hasShortsPart == true || text("type")?.lowercased() == "shorts" { return }
        guard let seconds = seconds("duration") else {
            throw ItemRejection(.notShortForm, "neither url, type nor duration tells that it is a Short")
        }
        guard seconds <= Self.longestShort else {
            let shown = ShownValue(self["duration"] ?? .null)
            throw ItemRejection(.notShortForm, "duration is \(shown), longer than a Short's 180 s")
        }
    }

    /// `date` in its four shapes: with `Z`, with an offset, a day alone (its midnight in UTC, not exact), words.
    private func youtubePublishTime() throws(ItemRejection) -> (instant: Instant, isExact: Bool) {
        if let text = text("date") {
            if let day = Instant(iso8601Day: text) { return (day, false) }
            if text.isRelativeDate {
                throw ItemRejection(.relativeDate, "date is \(ShownValue(text)): words relative to an unknown day")
            }
        }
        return (try instant("date"), true)
    }
}

extension String {
    /// Whether it is an address with `/shorts/` in it.
    fileprivate var hasShortsPart: Bool {
        utf8.split(separator: UInt8(ascii: "/")).dropLast().contains { $0.elementsEqual("shorts".utf8) }
    }

    /// Words without a year, as in "2 months ago", in any language.
    fileprivate var isRelativeDate: Bool {
        let hasYear = utf8.split(whereSeparator: { !JSONByte.isDigit($0) }).contains { $0.count == 4 }
        return !hasYear && unicodeScalars.contains { $0.properties.isAlphabetic }
    }
}
