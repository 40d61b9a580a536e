import Markup
import Reels
import Scoring

/// What is the same on every page: the head, the links at its top, the foot.
struct Shell {
    /// The page's own title.
    let title: String
    /// Which of the linked pages this is; nil for a notice.
    var page: SitePage?
    /// What the reader chose: links keep it.
    var query = CohortQuery()
    /// The installation's name for itself, where the page knows it.
    var environment: String?
    /// The newest of the data that the page was made from; nil where there are none.
    var dataAsOf: Instant?
    /// The page shows the newest data: where there are newer ones, the script shows it anew.
    var isOfPresent = false

    /// A feed of what the page shows.
    var feed: SiteAddress?

    /// How the page comes by its looks.
    var style = StyleSheet.linked

    /// Seconds between two questions for newer data.
    private static let renewalInterval = 60

    /// The whole document as UTF-8.
    func html(@MarkupBuilder content: () -> Node) -> [UInt8] {
        document {
            Markup.title(title + " · ShortPulse")
            meta(name: "viewport", content: "width=device-width, initial-scale=1")
            meta(name: "color-scheme", content: "dark")
            style.inHead
            link(.icon, to: SiteAddress("icons", "favicon.svg"))
            if let feed { link(.feed, to: feed) }
            script(
                from: SiteAddress("js", "shortpulse.js"),
                isOfPresent ? .renewal(seconds: Self.renewalInterval) : .absent)
        } body: {
            a(to: .fragment("content"), .class("skip-link")) { "Skip to the content" }
            top
            main(.class("page"), .id("content"), .focusableByLink) {
                style.inBody
                content()
            }
            foot
        }.render()
    }

    private var top: Node {
        header(.class("site-header")) {
            div(.class("site-bar")) {
                a(to: .site(address(of: .dashboard)), .class("brand")) {
                    Self.brandMark
                    "ShortPulse"
                }
                nav(.class("site-nav"), .ariaLabel("Pages")) {
                    ul {
                        for page in SitePage.allCases {
                            li { a(to: .site(address(of: page)), .currentPage(when: page == self.page)) { page.name } }
                        }
                    }
                }
            }
        }
    }

    private var foot: Node {
        footer(.class("site-footer")) {
            ul {
                li { "ShortPulse keeps every observation, and every number can be checked." }
                if let dataAsOf {
                    li {
                        "Data as of "
                        dataAsOf.element
                    }
                }
                li { a(to: .site(query.address("reels", "performance"))) { "Reels as JSON" } }
                li { a(to: .site(SiteAddress("api"))) { "API" } }
                li { a(to: .site(RunsQuery().address)) { "Runs" } }
                li { a(to: .site(SiteAddress("health"))) { "Health" } }
                if let environment { li { "Environment: " + environment } }
            }
        }
    }

    private func address(of page: SitePage) -> SiteAddress {
        query.address(path: page.path)
    }

    private static let brandMark = SVG.svg(.class("brand-mark"), .viewBox(width: 32, height: 32), .ariaHidden) {
        SVG.rect(x: 0, y: 0, width: 32, height: 32, .corner(7), .fill(.color("#0F1115")))
        SVG.path(
            "M4 18h5l3-6 4 12 4-18 3 12h5", .fill(.none), .stroke(.color("#25A9BF")), .strokeWidth(2.5), .roundCaps,
            .roundJoins)
    }
}

extension Shell {
    /// The shell of a page that shows `context`.
    init(_ page: SitePage, title: String? = nil, _ context: PageContext) {
        self.init(
            title: title ?? page.name, page: page, query: context.chosen, environment: context.environment,
            dataAsOf: context.knowsReels ? context.snapshot.asOf : nil, isOfPresent: context.isOfPresent)
    }
}
