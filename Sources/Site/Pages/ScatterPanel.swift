import Charts
import Markup
import Reels
import Scoring

/// The hero of the page: every reel at its place.
struct ScatterPanel {
    let model: PerformanceModel

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { "Velocity and engagement" }
                a(to: .fragment("ranking"), .class("panel-note")) { "Skip to the ranking" }
            }
            scatter.figure
            if model.mixesPlatforms {
                p(.class("panel-note")) {
                    "Each reel’s percentiles are those among the reels of its own platform; "
                    "the platforms are only drawn together."
                }
            }
        }
    }

    private var scatter: Scatter {
        let words = model.mixesPlatforms ? "all platforms" : model.context.platformWords
        // Reels without a place come last in the order.
        let points = model.reels.prefix(Scatter.drawnLimit).compactMap(point)
        return Scatter(
            title: "Velocity and engagement, \(words), \(model.context.query.window.words)", summary: summary,
            points: points, undrawnCount: model.count - model.hiddenCount - points.count,
            unplacedCount: model.hiddenCount, isCohortSmall: model.isSmall)
    }

    private var summary: String {
        let flags = "\(Figures.count(model.breakoutCount, "reel is a breakout", "reels are breakouts")). "
        return "Each point is a reel: the further to the right the faster, the higher the more engaging. "
            + (model.isSmall ? "" : flags) + (model.topSentence ?? "") + " The ranking below says the same in words."
    }

    private func point(_ reel: ScoredReel) -> ScatterPoint? {
        guard let engagement = reel.engagementRatePercentile else { return nil }
        return ScatterPoint(
            velocityPercentile: reel.viewsPerHourPercentile, engagementPercentile: engagement, views: reel.views,
            isTop: reel.isTopPerformer, destination: .site(ReelPage.address(of: reel.key, query: model.context.query)),
            label: label(reel),
            tooltip: tooltip(reel, engagement: engagement))
    }

    /// Who made the reel, on which platform where that is a question, and what it reaches.
    private func label(_ reel: ScoredReel) -> String {
        ([name(reel), score(reel, "score ")] + reel.badgeWords).joined(separator: ", ")
    }

    private func name(_ reel: ScoredReel) -> String {
        let creator = reel.creator.map { reel.handleSign + $0.isolated } ?? "Unknown creator"
        return model.mixesPlatforms ? creator + ", " + reel.key.platform.displayName : creator
    }

    private func score(_ reel: ScoredReel, _ word: String) -> String {
        word + (reel.performanceScore.map(Figures.exact) ?? "not known")
    }

    private func tooltip(_ reel: ScoredReel, engagement: Double) -> [String] {
        [
            name(reel),
            ShownText(reel.captionText, limit: Self.captionLimit)?.isolated,
            ([score(reel, "Score ")] + reel.badgeWords).joined(separator: ", "),
            "Velocity \(Figures.exact(reel.viewsPerHourPercentile)), engagement \(Figures.exact(engagement))",
            counters(reel),
            "Published \(reel.publishTime.shown)",
            reel.destination == nil ? "No address that can be trusted" : shortAddress(reel),
        ].compactMap { $0 }
    }

    private func counters(_ reel: ScoredReel) -> String {
        [
            Figures.count(reel.views, "view", "views"),
            reel.likes.map { Figures.count($0, "like", "likes") },
            reel.comments.map { Figures.count($0, "comment", "comments") },
            reel.sharesOrSaves.map { Figures.count($0, "share or save", "shares or saves") },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// Without the scheme, which is always the same, and only so far.
    private func shortAddress(_ reel: ScoredReel) -> String? {
        ShownText(reel.reelURL.map { String($0.dropFirst("https://".count)) }, limit: Self.addressLimit)?.text
    }

    private static let captionLimit = 56
    private static let addressLimit = 72
}
