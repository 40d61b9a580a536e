import Markup
import Reels
import Scoring

/// What is in the data at a glance, and where to go.
enum HomePage {
    /// The whole page as UTF-8.
    static func html(_ context: PageContext) -> [UInt8] {
        let model = PerformanceModel(context)
        return Shell(.dashboard, context).html {
            header(.class("page-head")) {
                h1 { context.isOfPresent ? "What is breaking out now" : "What was breaking out" }
                context.status()
            }
            Banners.all(context)
            facts(model)
            cards(context)
            if context.snapshot.isEmpty {
                EmptyCohorts(context: context).view
            } else {
                div(.class("pair")) {
                    TopReel(model: model).view
                    Coverage(context: context).view
                }
            }
        }
    }

    private static func facts(_ model: PerformanceModel) -> Node {
        dl(.class("facts")) {
            fact("Reels, \(model.context.query.window.words)", Figures.whole(model.count))
            fact("Breakouts", model.isSmall ? Figures.unknown : Figures.whole(model.breakoutCount))
            fact(
                "Top performers", model.isSmall ? Figures.unknown : Figures.whole(model.topCount),
                isAmber: model.topCount > 0)
            fact("Outliers", model.isSmall ? Figures.unknown : Figures.whole(model.outlierCount))
            fact("Fast, likes hidden", model.isSmall ? Figures.unknown : Figures.whole(model.fastHiddenCount))
        }
    }

    private static func fact(_ name: String, _ value: String, isAmber: Bool = false) -> Node {
        div(.class("fact", isAmber ? "fact-top" : nil)) {
            dt { name }
            dd { value }
        }
    }

    private static func cards(_ context: PageContext) -> Node {
        div(.class("cards")) {
            article(.class("card")) {
                mark("M5 5v26h26M12 23h.01M17 18h.01M22 20h.01M26 10h.01M28 14h.01")
                h2 { a(to: .site(context.query.address("performance"))) { "Performance Analytics" } }
                p { "The cohort as a picture, its outliers, the ranking, and how each number is made." }
                span(.class("card-foot")) { "Open" }
            }
            coming(
                "Creator Studio", "Planning what to make next, from what is breaking out.", .creatorStudio, context,
                mark("M7 29l3-9L25 5l6 6-15 15-9 3zM21 9l6 6"))
            coming(
                "Media Library", "Keeping the reels worth going back to: a library for each user, seen by nobody else.",
                .mediaLibrary, context, mark("M5 9h26v18H5zM11 9v18M25 9v18M5 18h6M25 18h6"))
        }
    }

    private static func coming(
        _ name: String, _ lead: String, _ page: SitePage, _ context: PageContext, _ mark: Node
    ) -> Node {
        article(.class("card card-coming")) {
            mark
            h2 { a(to: .site(context.query.address(path: page.path))) { name } }
            p { lead }
            span(.class("card-foot")) { "Coming: see what is planned" }
        }
    }

    private static func mark(_ outline: StaticString) -> Node {
        SVG.svg(.class("card-mark"), .viewBox(width: 36, height: 36), .ariaHidden) {
            SVG.path(
                outline, .fill(.none), .stroke(.color("currentColor")), .strokeWidth(2.5), .roundCaps, .roundJoins)
        }
    }
}
