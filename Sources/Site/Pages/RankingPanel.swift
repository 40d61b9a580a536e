import Markup
import Scoring

/// The ranking as a table: its head, and where to get all of it.
struct RankingPanel {
    let model: PerformanceModel

    private static let shownCount = 100

    var view: Node {
        section(.class("panel"), .id("ranking"), .focusableByLink) {
            div(.class("panel-head")) {
                h2 { "Ranking" }
                span(.class("panel-note")) { "by score; ages as of the data" }
            }
            table(.class("ranking")) {
                Markup.caption(.class("visually-hidden")) { "Reels by score" }
                Self.head
                tbody {
                    for (index, reel) in model.reels.prefix(Self.shownCount).enumerated() {
                        row(reel, number: index + 1)
                    }
                }
            }
            p(.class("panel-note table-foot")) { downloads }
        }
    }

    /// The style sheet places the cells of a row by their order.
    private static let head = thead {
        tr {
            th(.column, .class("rank")) { "Rank" }
            th(.column) { "Reel" }
            th(.column) { span(.class("visually-hidden")) { "Badges" } }
            th(.column, .class("number")) { "Age" }
            th(.column, .class("number")) { "Views" }
            th(.column, .class("number")) { "Views/h" }
            th(.column, .class("number")) { "Engagement" }
            th(.column, .class("number")) { "Score" }
        }
    }

    private func row(_ reel: ScoredReel, number: Int) -> Node {
        tr(reel.isTopPerformer ? .class("row-top") : .absent) {
            td(.class("rank")) { Figures.whole(number) }
            th(.row, .class("cell-reel")) {
                div(.class("reel")) {
                    reel.thumbnail
                    div {
                        reel.name(namesPlatform: model.mixesPlatforms)
                        reel.caption
                    }
                }
            }
            td(.class("cell-badges")) { reel.badges }
            td(.class("number"), .cellLabel("Age")) { Figures.age(hours: reel.hoursSincePublish) }
            td(.class("number"), .cellLabel("Views")) { Figures.whole(reel.views) }
            td(.class("number"), .cellLabel("Views/h")) { Figures.velocity(reel.viewsPerHour) }
            td(.class("number"), .cellLabel("Engagement")) { Node.known(reel.engagementRate.map(Figures.rate)) }
            td(.class("number score")) { Node.known(reel.performanceScore.map(Figures.reached)) }
        }
    }

    @MarkupBuilder
    private var downloads: Node {
        if model.count > Self.shownCount {
            "These are the first \(Self.shownCount) of \(Figures.whole(model.count)) reels. Get all of them as "
        } else {
            "These are all reels of the cohort. Get them with every number as "
        }
        a(to: .site(address(.json))) { "JSON" }
        " or "
        a(to: .site(address(.csv))) { "CSV" }
        "."
    }

    private func address(_ format: ReelsFormat) -> SiteAddress {
        ReelsQuery(cohorts: model.context.query, filter: ReelFilter(), format: format).address
    }
}
