import Markup
import Scoring

/// The reel to look at first: what breaks out most surely, and of those the highest score.
struct TopReel {
    let model: DashboardModel

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { model.context.isOfPresent ? "Top reel of the moment" : "Top reel" }
                if let reel = model.top { span(.class("panel-note")) { choice(of: reel) } }
            }
            if let reel = model.top {
                spotlight(reel)
            } else {
                p(.class("empty")) { "No reel has a score in this window." }
            }
        }
    }

    /// Why it is this one.
    private func choice(of reel: ScoredReel) -> String {
        switch reel.breakoutState {
        case .confirmed: "the highest score of the confirmed breakouts"
        case .candidate: "the highest score of the candidates; no breakout is confirmed"
        case .unseen: "the highest score of the breakouts, none of which was seen within a day"
        case nil where reel.cohort.isSmall: "the highest score; too few reels to tell what breaks out"
        case nil: "the highest score; nothing is breaking out"
        }
    }

    private func spotlight(_ reel: ScoredReel) -> Node {
        div(.class("spotlight")) {
            reel.thumbnail
            div(.class("spotlight-body")) {
                div {
                    reel.name(model.context.query, namesPlatform: true)
                    reel.caption
                }
                p(.class("spotlight-reason")) { BreakoutReason(reel: reel).view }
                reel.badges
                dl(.class("figures")) {
                    for (name, value) in figures(reel) {
                        div {
                            dt { name }
                            dd { Node.known(value) }
                        }
                    }
                }
                p(.class("spotlight-links")) {
                    a(to: .site(model.context.query.address("performance"))) { "See it among the others" }
                    if let creator = reel.creatorAddress(model.context.query) {
                        a(to: .site(creator)) { "The creator’s reels" }
                    }
                }
            }
        }
    }

    private func figures(_ reel: ScoredReel) -> [(String, String?)] {
        [
            ("Score", reel.performanceScore.map(Figures.reached)),
            ("Views", Figures.whole(reel.views)),
            ("Views/h", Figures.velocity(reel.viewsPerHour)),
            ("Engagement", reel.engagementRate.map(Figures.rate)),
            ("Age", Figures.age(hours: reel.hoursSincePublish)),
            ("Against the median", reel.viewMultiplier.map(Figures.multiplier)),
        ]
    }
}
