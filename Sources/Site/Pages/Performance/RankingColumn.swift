import Markup
import Scoring

/// A column of the table: its heading, which sorts by it, and what it says of a reel.
struct RankingColumn: Sendable {
    let name: StaticString
    /// What the heading sorts by; nil where nothing can be sorted by it.
    let field: SortField?
    /// Tells the style sheet where the column may go.
    let kind: StaticString
    let cell: @Sendable (ScoredReel) -> Node

    /// Of numbers, after rank, reel and badges.
    static let all = [
        RankingColumn("Age", .publishTime, "col-age") { .text(Figures.age(hours: $0.hoursSincePublish)) },
        RankingColumn("Last seen", .scrapedAt, "col-seen") { .text(Figures.seen(hoursAgo: $0.freshness.seenHoursAgo)) },
        RankingColumn("Views", .views, "col-views") { .text(Figures.whole($0.views)) },
        RankingColumn("Gain", .viewsGained, "col-gain") { gain($0) },
        RankingColumn("Views/h now", .velocityNow, "col-now") { velocityNow($0) },
        RankingColumn("Views/h lifetime", .velocity, "col-velocity") { .text(Figures.velocity($0.viewsPerHour)) },
        RankingColumn("Pace for age", .pace, "col-pace") { pace($0) },
        RankingColumn("Engagement", .engagement, "col-engagement") { engagement($0) },
        RankingColumn("× usual", .creatorMultiplier, "col-usual") {
            .known($0.creatorMultiplier.map(Figures.multiplier))
        },
        RankingColumn("Score", .score, "col-score") { .known($0.performanceScore.map(Figures.reached)) },
    ]

    private init(
        _ name: StaticString, _ field: SortField, _ kind: StaticString, _ cell: @escaping @Sendable (ScoredReel) -> Node
    ) {
        self.name = name
        self.field = field
        self.kind = kind
        self.cell = cell
    }

    private static func gain(_ reel: ScoredReel) -> Node {
        guard let interval = reel.interval else { return .known(nil) }
        return .group([
            .text(Figures.signed(interval.gain)), small { "in " + Figures.age(hours: interval.hours) },
        ])
    }

    @MarkupBuilder
    private static func velocityNow(_ reel: ScoredReel) -> Node {
        if let interval = reel.interval {
            switch interval.movement {
            case .rising, .unchanged: Node.known(interval.viewsPerHour.map(Figures.velocity))
            case .belowResolution: small { "at most " + Figures.velocity(interval.mostViewsPerHour ?? 0) }
            case .fell: small { "count fell" }
            }
        } else {
            Node.known(nil)
        }
    }

    @MarkupBuilder
    private static func pace(_ reel: ScoredReel) -> Node {
        if let equalAge = reel.equalAge {
            Node.known(equalAge.percentile.map(Figures.reached))
            small { "of " + Figures.whole(equalAge.peers) }
        } else {
            Node.known(nil)
        }
    }

    @MarkupBuilder
    private static func engagement(_ reel: ScoredReel) -> Node {
        Node.known(reel.engagementRate.map(Figures.rate))
        if let interval = reel.engagementInterval {
            small { Figures.rates(interval) }
        }
    }
}
