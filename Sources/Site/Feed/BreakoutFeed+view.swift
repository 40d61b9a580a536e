import Markup
import Reels
import Scoring

extension BreakoutFeed {
    /// The whole feed.
    var view: Node {
        let query = context.query
        return Atom.feed {
            Atom.id(identifier)
            Atom.title("Breaking out: \(context.platformWords), \(query.window.days) days" + datasetWords)
            Atom.subtitle("Reels that gain views and engagement faster than others of their platform and window.")
            Atom.updated((context.asOf ?? Self.beforeData).iso8601)
            Atom.author("ShortPulse")
            Atom.link(.itself, to: .site(query.address(path: [Self.fileName])))
            Atom.link(.page, to: .site(query.address("performance")))
            for reel in reels { entry(reel) }
        }
    }

    /// A feed has to tell an instant; this one says plainly that it is none of ours.
    private static let beforeData = Instant(seconds: 0)

    private var datasetWords: String { context.dataset == .sample ? " (invented sample)" : "" }

    private func entry(_ reel: ScoredReel) -> Node {
        Atom.entry {
            Atom.id(identifier(of: reel))
            Atom.title(title(of: reel))
            Atom.updated(reel.scrapedAt.iso8601)
            if let place = place(of: reel) { Atom.link(.page, to: place) }
            Atom.link(place(of: reel) == nil ? .page : .related, to: .site(address(of: reel)))
            Atom.content(reel.breakoutReason)
        }
    }

    /// On its platform, which knows nothing of what is invented.
    private func place(of reel: ScoredReel) -> Destination? {
        context.dataset == .sample ? nil : reel.destination
    }

    private func address(of reel: ScoredReel) -> SiteAddress {
        ReelPage.address(of: reel.key, query: context.query)
    }

    /// `Confirmed: @kiln on TikTok`.
    private func title(of reel: ScoredReel) -> String {
        let creator = reel.creator.map { reel.handleSign + $0.isolated } ?? "unknown creator"
        let state = reel.breakoutState == .confirmed ? "Confirmed" : "Candidate"
        return "\(state): \(creator) on \(reel.key.platform.displayName)"
    }

    // A tag (RFC 4151) under a name that nobody can own: installations share no name, and the same reel is the same event.
    private static let tag = "tag:shortpulse.invalid,2026:"

    private var identifier: String {
        let query = context.query
        let parts = [
            context.dataset.rawValue, query.window.rawValue, query.platform?.rawValue ?? "all", query.asOf?.iso8601,
        ]
        return Self.tag + "breakouts/" + parts.compactMap { $0 }.joined(separator: "/")
    }

    private func identifier(of reel: ScoredReel) -> String {
        let place = SiteAddress(
            segments: [context.query.window.rawValue, reel.key.platform.rawValue, reel.key.reelID])
        return Self.tag + "breakout" + place.text
    }
}
