import Markup
import Reels
import Scoring

/// What breaks out, the surest first, each with its reason.
struct BreakoutPanel {
    let model: PerformanceModel

    var view: Node {
        section(.class("panel breakouts"), .ariaLabelledBy("breakouts-title")) {
            div(.class("panel-head")) {
                h2(.id("breakouts-title")) { model.context.isOfPresent ? "Breaking out now" : "Breaking out then" }
                span(.class("panel-note")) { note }
            }
            if model.breakouts.isEmpty {
                p(.class("empty")) { emptiness }
            } else {
                ol(.class("breakout-list")) {
                    for reel in model.breakouts { item(reel) }
                }
            }
        }
    }

    @MarkupBuilder
    private var note: Node {
        if model.listedCount > 0 {
            "\(Figures.whole(model.confirmedCount)) confirmed, "
            Figures.count(model.candidateCount, "candidate", "candidates")
            if model.listedCount > model.breakouts.count {
                "; "
                a(to: .site(all)) { "all \(Figures.whole(model.listedCount)) in the ranking" }
            }
        }
    }

    private var all: SiteAddress {
        model.query.changed { query in
            query.order = .byState
            query.filter = query.thresholds
        }.address("performance", fragment: "ranking")
    }

    private var emptiness: String {
        if model.isSmall { return "Too few reels were published in this window to call one a breakout." }
        if !model.query.thresholds.isOpen { return "No reel above these thresholds is breaking out." }
        let unseen = Figures.count(model.breakoutCount, "reel has", "reels have")
        return model.breakoutCount == 0
            ? "No reel is both fast and engaging enough."
            : "No reel that was seen within a day. \(unseen) the numbers of a breakout, but not fresh ones: the ranking has them as unseen."
    }

    private func item(_ reel: ScoredReel) -> Node {
        li(.class("breakout", reel.isTopPerformer ? "breakout-top" : nil)) {
            reel.thumbnail
            div(.class("breakout-body")) {
                div(.class("breakout-name")) {
                    reel.name(model.context.query, namesPlatform: model.mixesPlatforms)
                    reel.badges(isNew: model.changes.newBreakouts.contains(reel.key))
                }
                reel.caption
                p(.class("reason")) {
                    BreakoutReason(reel: reel, newSince: model.changes.newSince(reel)).view
                }
            }
            p(.class("breakout-score")) {
                strong { reel.performanceScore.map(Figures.reached) ?? Figures.unknown }
                small { "score" }
            }
        }
    }
}
