import Markup
import Reels
import Scoring

/// A creator's reels of the window as a table, the most viewed first.
struct CreatorReels {
    let model: CreatorModel

    private static let shownCount = 100

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { "Reels" }
                span(.class("panel-note")) { note }
            }
            if model.reels.isEmpty {
                p(.class("empty")) {
                    "None was published in these \(model.context.query.window.words); longer windows have some."
                }
            } else {
                table(.class("creator-reels")) {
                    Markup.caption(.class("visually-hidden")) { "Reels by views" }
                    Self.head
                    tbody {
                        for reel in model.reels.prefix(Self.shownCount) { row(reel) }
                    }
                }
            }
        }
    }

    private var note: String {
        model.reels.count > Self.shownCount
            ? "the \(Self.shownCount) most viewed of \(Figures.whole(model.reels.count))" : "by views"
    }

    private static let head = thead {
        tr {
            th(.column) { "Reel" }
            th(.column) { span(.class("visually-hidden")) { "Badges" } }
            th(.column, .class("number")) { "Age" }
            th(.column, .class("number")) { "Views" }
            th(.column, .class("number")) { "Times the others" }
            th(.column, .class("number")) { "Views/h" }
            th(.column, .class("number")) { "Engagement" }
            th(.column, .class("number")) { "Score" }
        }
    }

    private func row(_ reel: ScoredReel) -> Node {
        tr(reel.isTopPerformer ? .class("row-top") : .absent) {
            th(.row, .class("cell-reel")) {
                div(.class("reel")) {
                    reel.thumbnail
                    a(to: .site(ReelPage.address(of: reel.key, query: model.context.query)), .class("creator-reel")) {
                        reel.caption
                    }
                }
            }
            td(.class("cell-badges")) { reel.badges }
            td(.class("number"), .cellLabel("Age")) { Figures.age(hours: reel.hoursSincePublish) }
            td(.class("number"), .cellLabel("Views")) { Figures.whole(reel.views) }
            td(.class("number cell-times"), .cellLabel("Times others")) { times(reel) }
            td(.class("number"), .cellLabel("Views/h")) { Figures.velocity(reel.viewsPerHour) }
            td(.class("number"), .cellLabel("Engagement")) { Node.known(reel.engagementRate.map(Figures.rate)) }
            td(.class("number score"), .cellLabel("Score")) {
                Node.known(reel.performanceScore.map(Figures.reached))
            }
        }
    }

    /// The multiple, and the class that it reaches.
    @MarkupBuilder
    private func times(_ reel: ScoredReel) -> Node {
        if let reached = reel.creatorMultiplier.flatMap(CreatorMultiplierClass.init(multiplier:)) {
            span(.class("badge")) { "\(reached.rawValue)x" }
            " "
        }
        Node.known(reel.creatorMultiplier.map(Figures.multiplier))
    }
}
