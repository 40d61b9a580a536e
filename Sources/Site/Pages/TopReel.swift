import Markup
import Scoring

/// The first reel of the ranking, with its numbers.
struct TopReel {
    let model: PerformanceModel

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { model.context.isOfPresent ? "Top reel of the moment" : "Top reel" }
                span(.class("panel-note")) { note }
            }
            if let reel = model.best {
                spotlight(reel)
            } else {
                p(.class("empty")) { "No reel has a score in this window." }
            }
        }
    }

    private var note: String {
        model.topSentence ?? "highest score of \(model.context.query.window.words)"
    }

    private func spotlight(_ reel: ScoredReel) -> Node {
        div(.class("spotlight")) {
            reel.thumbnail
            div(.class("spotlight-body")) {
                div {
                    reel.name(model.context.query, namesPlatform: true)
                    reel.caption
                }
                reel.badges
                dl(.class("figures")) {
                    for (name, value) in figures(reel) {
                        div {
                            dt { name }
                            dd { value }
                        }
                    }
                }
                p { a(to: .site(model.context.query.address("performance"))) { "See it among the others" } }
            }
        }
    }

    private func figures(_ reel: ScoredReel) -> [(String, String)] {
        [
            ("Score", reel.performanceScore.map(Figures.reached) ?? Figures.unknown),
            ("Views", Figures.whole(reel.views)),
            ("Views/h", Figures.velocity(reel.viewsPerHour)),
            ("Engagement", reel.engagementRate.map(Figures.rate) ?? Figures.unknown),
            ("Age", Figures.age(hours: reel.hoursSincePublish)),
            ("Against the median", reel.viewMultiplier.map(Figures.multiplier) ?? Figures.unknown),
        ]
    }
}
