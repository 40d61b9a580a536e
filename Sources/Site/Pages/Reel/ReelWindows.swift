import Markup
import Reels
import Scoring

/// The same reel among the reels of each window.
struct ReelWindows {
    let model: ReelModel

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { "In every window" }
                span(.class("panel-note")) { "rank, percentiles, score" }
            }
            table(.class("reel-windows")) {
                Markup.caption(.class("visually-hidden")) { "The reel in each window" }
                thead {
                    tr {
                        th(.column) { "Window" }
                        for name in ["Rank", "Velocity", "Engagement", "Views", "Score"] {
                            th(.column, .class("number")) { name }
                        }
                    }
                }
                tbody {
                    for window in Window.allCases { row(window) }
                }
            }
            outside
        }
    }

    private func row(_ window: Window) -> Node {
        let reel = model.findings.standing(in: window)
        return tr(reel?.isTopPerformer == true ? .class("row-top") : .absent) {
            th(.row) { a(to: .site(address(window)), .current(when: window == model.window)) { window.words } }
            td(.class("number"), .cellLabel("Rank")) {
                Node.known(reel.map { Figures.whole($0.rank + 1) })
                small { "of " + Figures.whole(model.findings.cohort(of: window)?.count ?? 0) }
            }
            figure("Velocity", reel?.viewsPerHourPercentile)
            figure("Engagement", reel?.engagementRatePercentile)
            figure("Views", reel?.viewsPercentile)
            td(.class("number score"), .cellLabel("Score")) { Node.known(reel?.performanceScore.map(Figures.exact)) }
        }
    }

    private func figure(_ name: StaticString, _ value: Double?) -> Node {
        td(.class("number"), .cellLabel(name)) { Node.known(value.map(Figures.exact)) }
    }

    private func address(_ window: Window) -> SiteAddress {
        var query = model.context.query
        query.window = window
        return ReelPage.address(of: model.key, query: query)
    }

    @MarkupBuilder
    private var outside: Node {
        if model.reel.publishTime > model.findings.asOf {
            p(.class("panel-note table-foot")) {
                "It is dated after "
                model.findings.asOf.element
                ", so it is ranked among no others, and its age and its velocity mean nothing."
            }
        } else if model.findings.standings.isEmpty {
            p(.class("panel-note table-foot")) {
                "It was published more than \(Window.longest.words) before "
                model.findings.asOf.element
                ", so it is ranked among no others. What was observed of it is kept."
            }
        } else if model.standing == nil {
            p(.class("panel-note table-foot")) {
                "It was published more than \(model.window.words) before "
                model.findings.asOf.element
                ", so it has no rank in this window."
            }
        }
    }
}
