import Markup
import Scoring

/// Which cohorts are shown, as links; which of their reels; and how to come by newer ones.
struct PerformanceToolbar {
    let context: PageContext
    let query: PerformanceQuery

    var view: Node {
        div(.class("toolbar")) {
            CohortChoices(context: context) { cohorts in address { $0.cohorts = cohorts } }.view
            div(.class("toolbar-end")) {
                ThresholdForm(query: query).view
                RunForm.view(context)
                a(to: .site(address { $0.cohorts.asOf = nil }), .class("button")) {
                    context.isOfPresent ? "Refresh" : "To the present"
                }
            }
        }
    }

    private func address(_ change: (inout PerformanceQuery) -> Void) -> SiteAddress {
        query.changed(change).address("performance")
    }
}
