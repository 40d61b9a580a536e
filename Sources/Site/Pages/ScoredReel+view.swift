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

    /// A link where there is somewhere to lead.
    ///
    /// - Parameter namesPlatform: where reels of several platforms stand together.
    func name(namesPlatform: Bool) -> Node {
        let name = creator.map { creator in Node.group([.text(handleSign), bdi { creator.text }]) }
        // The style sheet cuts a long name, and not the platform behind it.
        let platform = namesPlatform ? small { key.platform.displayName } : .nothing
        let words = Node.group([span { name ?? .text("Unknown creator") }, platform])
        guard let destination else { return span(.class("reel-name")) { words } }
        return a(to: destination, .class("reel-name")) { words }
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

    /// Nothing where there are none.
    @MarkupBuilder
    var badges: Node {
        let badges = shownBadges
        if !badges.isEmpty {
            span(.class("badges")) {
                for badge in badges { span(badge.classes) { badge.words } }
            }
        }
    }

    /// What is exceptional, in words.
    var badgeWords: [String] { shownBadges.map(\.words) }

    private var shownBadges: [Badge] {
        [
            isTopPerformer ? .top : nil, isBreakout == true ? .breakout : nil, isOutlier == true ? .outlier : nil,
            likes == nil ? .likesHidden : nil,
        ].compactMap { $0 }
    }
}

/// A word beside a reel.
private enum Badge {
    case top
    case breakout
    case outlier
    case likesHidden

    var words: String {
        switch self {
        case .top: "Top"
        case .breakout: "Breakout"
        case .outlier: "Outlier"
        case .likesHidden: "Likes hidden"
        }
    }

    var classes: Attribute {
        switch self {
        case .top: .class("badge badge-top")
        case .breakout: .class("badge badge-breakout")
        case .outlier, .likesHidden: .class("badge")
        }
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
