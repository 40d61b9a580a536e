import Markup
import Reels
import Scoring

/// What the page of a creator tells.
struct CreatorModel {
    let context: PageContext
    /// The handle as stored, and as asked for.
    let creator: String
    let platform: Platform
    /// Those published in the window that is asked for, the most viewed first.
    let reels: [ScoredReel]
    /// How many were published in each window.
    let counts: [Window: Int]
    /// The middle of the views of the reels of the longest window: what multipliers are about. Nil without reels.
    let usualViews: Double?
    /// When a reel of the longest window was first seen.
    let firstSeen: Instant?

    init(_ context: PageContext, creator: String, platform: Platform) {
        self.context = context
        self.creator = creator
        self.platform = platform
        // All windows hold parts of the same reels, so that the longest has to be searched alone.
        let all = context.snapshot.cohorts(window: .longest, platform: platform).flatMap { $0.reels(of: creator) }
        let asked = context.snapshot.cohorts(window: context.query.window, platform: platform)
        reels = asked.flatMap { $0.reels(of: creator) }.sorted { ($0.views, $1.rank) > ($1.views, $0.rank) }
        firstSeen = all.compactMap(\.firstSeen).min()
        usualViews = Formulas.quantile(0.5, ofSorted: all.map(\.views).sorted())
        counts = Dictionary(
            uniqueKeysWithValues: Window.allCases.map { window in
                (window, all.count { $0.publishTime >= $0.cohort.asOf.advanced(byMicroseconds: -window.microseconds) })
            })
    }

    /// No window has a reel of theirs.
    var isUnknown: Bool { count == 0 }

    /// Their reels of the longest window.
    var count: Int { counts[.longest] ?? 0 }

    /// Segments of the page's path.
    var path: [String] { ["creators", platform.rawValue, creator] }

    /// The highest multiple that a reel of the window reaches; nil where none has a baseline.
    var highestMultiplier: Double? { reels.compactMap(\.creatorMultiplier).max() }

    /// Those of the window that reach twice what the creator's others have.
    var doubledCount: Int { reels.count { ($0.creatorMultiplier ?? 0) >= 2 } }

    private var shown: ShownText? { ShownText(creator, limit: 80) }
    private var sign: String { platform == .youtube ? "" : "@" }

    /// For the heading.
    var name: Node {
        guard let shown else { return .text("A name that cannot be seen") }
        return .group([.text(sign), bdi { shown.text }])
    }

    /// Where there is no markup.
    var plainName: String { shown.map { sign + $0.isolated } ?? "a name that cannot be seen" }

    /// The page of another window.
    func address(_ window: Window) -> SiteAddress {
        var query = context.query
        query.window = window
        return CreatorPage.address(of: creator, platform: platform, query: query)
    }
}
