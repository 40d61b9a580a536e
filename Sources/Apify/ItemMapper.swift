public import Reels

/// Maps items of one run to observations, by the shapes that Apify's actors write.
public struct ItemMapper: Sendable {
    /// When the run looked at the platform.
    public var scrapedAt: Instant
    /// What every item is taken for. Nil: each item's own shape tells.
    public var platform: Platform?

    /// A mapper for a run that looked at `scrapedAt`.
    public init(scrapedAt: Instant, platform: Platform? = nil) {
        self.scrapedAt = scrapedAt
        self.platform = platform
    }

    /// The observation that `item`, the bytes of one JSON object, tells of. An item is taken as a whole or not at all.
    public func observation(from item: [UInt8]) throws(ItemRejection) -> Observation {
        let fields = try ItemFields(item: item)
        guard let platform = platform ?? fields.platform else {
            try fields.refuseErrorRow()
            throw ItemRejection(.unknownPlatform, "neither its fields nor its addresses tell the platform")
        }
        do throws(ItemRejection) {
            return try observation(of: fields.key(on: platform), from: fields)
        } catch {
            var rejection = error
            rejection.platform = platform
            rejection.reelID = fields.usableID(on: platform)
            throw rejection
        }
    }

    private func observation(of key: ReelKey, from fields: ItemFields) throws(ItemRejection) -> Observation {
        let observation =
            switch key.platform {
            case .instagram: try fields.instagramObservation(of: key, scrapedAt: scrapedAt)
            case .tiktok: try fields.tiktokObservation(of: key, scrapedAt: scrapedAt)
            case .youtube: try fields.youtubeObservation(of: key, scrapedAt: scrapedAt)
            }
        guard observation.publishTime <= scrapedAt.advanced(byMicroseconds: Microseconds.day) else {
            throw ItemRejection(
                .futurePublishTime,
                "published at \(observation.publishTime.iso8601), more than 24 h after it was seen, at \(scrapedAt.iso8601)"
            )
        }
        return observation
    }
}
