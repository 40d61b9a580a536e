import Markup
import Reels
import Scoring

/// What the data holds: reels by platform and window, and how far each platform's data reaches. Every number is a
/// link to its cohort.
struct Coverage {
    let context: PageContext

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) {
                h2 { "What the data holds" }
                span(.class("panel-note")) { "reels by the window they were published in" }
            }
            table(.class("coverage")) {
                Markup.caption(.class("visually-hidden")) { "Reels by platform and window" }
                thead {
                    tr {
                        th(.column) { "Platform" }
                        for window in Window.allCases { th(.column, .class("number")) { window.words } }
                        th(.column, .class("number")) { "Data as of" }
                    }
                }
                tbody {
                    for platform in Platform.allCases { row(platform) }
                }
            }
        }
    }

    private func row(_ platform: Platform) -> Node {
        tr {
            th(.row) { platform.displayName }
            for window in Window.allCases {
                td(.class("number")) { count(platform, window) }
            }
            td(.class("number"), .cellLabel("Data as of")) {
                if let clock = context.snapshot.clocks[platform] { clock.element } else { "never seen" }
            }
        }
    }

    @MarkupBuilder
    private func count(_ platform: Platform, _ window: Window) -> Node {
        let reels = context.snapshot.cohorts(window: window, platform: platform).reduce(0) { $0 + $1.count }
        if reels > 0 {
            a(to: .site(address(platform, window))) { Figures.whole(reels) }
        } else {
            "0"
        }
    }

    private func address(_ platform: Platform, _ window: Window) -> SiteAddress {
        var query = context.query
        query.platform = platform
        query.window = window
        return query.address("performance")
    }
}
