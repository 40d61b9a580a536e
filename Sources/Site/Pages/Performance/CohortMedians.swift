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
                table(.class("coverage")) {
                    Markup.caption(.class("visually-hidden")) { "Medians by platform" }
                    thead { heading }
                    tbody {
                        for cohort in context.cohorts where cohort.count > 0 { row(cohort) }
                    }
                }
            }
        }
    }

    private var heading: Node {
        tr {
            th(.column) { "Platform" }
            for name in ["Reels", "Creators", "Views", "Views/h", "Engagement", "Fresh", "Seen twice", "Shares known"] {
                th(.column, .class("number")) { name }
            }
        }
    }

    private func row(_ cohort: Cohort) -> Node {
        tr {
            th(.row) { cohort.platform.displayName }
            td(.class("number")) { Figures.whole(cohort.count) }
            td(.class("number")) { Figures.whole(cohort.creatorCount) }
            td(.class("number")) { Node.known(cohort.medianViews.map(Figures.velocity)) }
            td(.class("number")) { Node.known(cohort.medianViewsPerHour.map(Figures.velocity)) }
            td(.class("number")) { Node.known(cohort.medianEngagementRate.map(Figures.rate)) }
            td(.class("number")) { Node.known(cohort.coverage.freshPercentage.map(Figures.percent)) }
            td(.class("number")) { Node.known(cohort.coverage.seenTwicePercentage.map(Figures.percent)) }
            td(.class("number")) {
                Node.known(cohort.coverage.sharesKnownPercentage.map(Figures.percent))
                if cohort.coverage.warnsOfShares { small { "moves ranks" } }
            }
        }
    }
}
