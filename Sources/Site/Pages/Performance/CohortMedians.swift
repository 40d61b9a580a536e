import Markup
import Reels
import Scoring

/// The middle of each cohort: what its reels are measured by.
struct CohortMedians {
    let context: PageContext

    var view: Node {
        section(.class("panel"), .ariaLabelledBy("medians-title")) {
            div(.class("panel-head")) {
                h2(.id("medians-title")) { "The middle of the cohort" }
                span(.class("panel-note")) { "medians of " + context.query.window.words }
            }
            div(.class("table-scroll"), .role("region"), .ariaLabel("Table of the medians"), .focusable) {
                table(.class("coverage medians")) {
                    Markup.caption(.class("visually-hidden")) { "Medians by platform" }
                    thead { heading }
                    tbody {
                        for cohort in context.cohorts where cohort.count > 0 { row(cohort) }
                    }
                }
            }
        }
    }

    private typealias Column = (name: StaticString, cell: @Sendable (Cohort) -> Node)

    private static let columns: [Column] = [
        ("Reels", { .text(Figures.whole($0.count)) }),
        ("Creators", { .text(Figures.whole($0.creatorCount)) }),
        ("Views", { .known($0.medianViews.map(Figures.velocity)) }),
        ("Views/h", { .known($0.medianViewsPerHour.map(Figures.velocity)) }),
        ("Engagement", { .known($0.medianEngagementRate.map(Figures.rate)) }),
        ("Fresh", { .known($0.coverage.freshPercentage.map(Figures.percent)) }),
        ("Seen twice", { .known($0.coverage.seenTwicePercentage.map(Figures.percent)) }),
        ("Shares known", shares),
    ]

    private var heading: Node {
        tr {
            th(.column) { "Platform" }
            for column in Self.columns { th(.column, .class("number")) { "\(column.name)" } }
        }
    }

    private func row(_ cohort: Cohort) -> Node {
        tr {
            th(.row) { cohort.platform.displayName }
            for column in Self.columns {
                td(.class("number"), .cellLabel(column.name)) { column.cell(cohort) }
            }
        }
    }

    @MarkupBuilder
    private static func shares(_ cohort: Cohort) -> Node {
        Node.known(cohort.coverage.sharesKnownPercentage.map(Figures.percent))
        if cohort.coverage.warnsOfShares {
            " "
            small { "moves ranks" }
        }
    }
}
