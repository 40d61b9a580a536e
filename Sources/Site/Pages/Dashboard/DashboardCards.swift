import Markup

/// What ShortPulse does, and what it is going to do, as three cards.
struct DashboardCards {
    let context: PageContext

    var view: Node {
        div(.class("cards")) {
            article(.class("card")) {
                mark("M5 5v26h26M12 23h.01M17 18h.01M22 20h.01M26 10h.01M28 14h.01")
                h2 { a(to: .site(context.query.address("performance"))) { "Performance Analytics" } }
                p { "What is breaking out and why, the cohort as a picture, its ranking, and how each number is made." }
                span(.class("card-foot")) { "Open" }
            }
            coming(
                "Creator Studio", "Planning what to make next, from what is breaking out.", .creatorStudio,
                mark("M7 29l3-9L25 5l6 6-15 15-9 3zM21 9l6 6"))
            coming(
                "Media Library",
                "Keeping the reels worth going back to: per user and secure, a library that nobody else sees.",
                .mediaLibrary, mark("M5 9h26v18H5zM11 9v18M25 9v18M5 18h6M25 18h6"))
        }
    }

    private func coming(_ name: String, _ lead: String, _ page: SitePage, _ mark: Node) -> Node {
        article(.class("card card-coming")) {
            mark
            h2 { a(to: .site(context.query.address(path: page.path))) { name } }
            p { lead }
            span(.class("card-foot")) { "Coming: see what is planned" }
        }
    }

    private func mark(_ outline: StaticString) -> Node {
        SVG.svg(.class("card-mark"), .viewBox(width: 36, height: 36), .ariaHidden) {
            SVG.path(
                outline, .fill(.none), .stroke(.color("currentColor")), .strokeWidth(2.5), .roundCaps, .roundJoins)
        }
    }
}
