import Markup
import Scoring

/// The first few reels of the ranking, as cards.
struct LeadingReels {
    let model: PerformanceModel

    private static let shownCount = 6

    @MarkupBuilder
    var view: Node {
        if model.best != nil {
            section {
                div(.class("panel-head")) {
                    h2 { "Leading reels" }
                    span(.class("panel-note")) {
                        if let sentence = model.topSentence { sentence + " " }
                        "Covers are drawn by us: the bars are velocity, engagement and views."
                    }
                }
                ul(.class("previews")) {
                    for reel in model.reels.lazy.filter(model.query.thresholds.admission).prefix(Self.shownCount) {
                        card(reel)
                    }
                }
            }
        }
    }

    private func card(_ reel: ScoredReel) -> Node {
        li(.class("preview", reel.isTopPerformer ? "preview-top" : nil)) {
            reel.thumbnail
            div(.class("preview-body")) {
                reel.name(model.context.query, namesPlatform: model.mixesPlatforms)
                reel.caption
                p(.class("preview-score")) {
                    strong { reel.performanceScore.map(Figures.reached) ?? Figures.unknown }
                    " score, " + Figures.count(reel.views, "view", "views") + ", "
                    Figures.age(hours: reel.hoursSincePublish) + Figures.unitSpace + "old"
                }
                reel.badges
            }
        }
    }
}
