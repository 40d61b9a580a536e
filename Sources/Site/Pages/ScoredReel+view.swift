import Charts
import Markup
import Reels
import Scoring

/// The pieces of which every view of a reel is made. Names, captions and addresses come from strangers.
extension ScoredReel {
    /// The reel's place on its platform; nil where the address cannot be trusted.
    var destination: Destination? {
        guard let reelURL, let address = ReelAddress(reelURL, platform: key.platform),
            let checked = ExternalAddress(alreadyCheckedHTTPS: address.text)
        else { return nil }
        return .external(checked)
    }

    var creator: ShownText? { ShownText(creatorUsername, limit: 80) }

    /// What stands before the creator: an item tells a handle, but on YouTube the channel's display name.
    var handleSign: String { key.platform == .youtube ? "" : "@" }

    /// The creator, as a link to the reel's page.
    ///
    /// - Parameter namesPlatform: where reels of several platforms stand together.
    func name(_ query: CohortQuery, namesPlatform: Bool) -> Node {
        let name = creator.map { creator in Node.group([.text(handleSign), bdi { creator.text }]) }
        return a(to: .site(ReelPage.address(of: key, query: query)), .class("reel-name")) {
            // The style sheet cuts a long name, and not the platform behind it.
            span { name ?? .text("Unknown creator") }
            if namesPlatform { small { key.platform.displayName } }
        }
    }

    var caption: Node {
        guard let caption = ShownText(captionText, limit: 300) else {
            return span(.class("reel-caption")) { "No caption" }
        }
        return span(.class("reel-caption"), .dirAuto) { caption.text }
    }

    var thumbnail: Node {
        Thumbnail(
            glyph: key.platform.glyph, identifier: key.reelID,
            percentiles: [viewsPerHourPercentile, engagementRatePercentile, viewsPercentile], isTop: isTopPerformer
        ).drawing
    }
}

extension Platform {
    /// Our own sign for it.
    var glyph: Thumbnail.Glyph {
        switch self {
        case .instagram: .viewfinder
        case .tiktok: .beat
        case .youtube: .play
        }
    }
}
