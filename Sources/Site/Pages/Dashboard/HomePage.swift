import Markup
import Scoring

/// What is in the data at a glance, and where to go.
enum HomePage {
    /// The whole page as UTF-8.
    static func html(_ context: PageContext) -> [UInt8] {
        let model = DashboardModel(context)
        return Shell(.dashboard, context).html {
            header(.class("page-head")) {
                h1 { context.isOfPresent ? "What is breaking out now" : "What was breaking out" }
                context.status()
            }
            Banners.all(context)
            div(.class("toolbar")) { CohortChoices(context: context) { $0.address() }.view }
            TimeTravel(context: context).view(path: [])
            if context.snapshot.isEmpty {
                EmptyCohorts(context: context).view
            } else {
                DashboardFacts(model: model).view
                div(.class("pair")) {
                    TopReel(model: model).view
                    Coverage(context: context).view
                }
            }
            DashboardCards(context: context).view
        }
    }
}
