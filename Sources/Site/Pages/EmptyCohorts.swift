import Markup
import Reels
import Scoring

/// Why there is nothing to rank, and what brings something.
struct EmptyCohorts {
    let context: PageContext

    var view: Node {
        section(.class("panel")) {
            div(.class("panel-head")) { h2 { title } }
            div(.class("prose")) { advice }
        }
    }

    private var title: String {
        if context.snapshot.isEmpty { return "Nothing has been observed yet" }
        if context.query.asOf != nil { return "There was nothing to rank" }
        let subject = context.query.platform.map { "No reel of \($0.displayName)" } ?? "No reel"
        return "\(subject) was published in these \(context.query.window.words)"
    }

    @MarkupBuilder
    private var advice: Node {
        if context.query.asOf != nil {
            p {
                "Nothing had been observed by then that counts in this window. "
                a(to: .site(context.present.address("performance"))) { "To the present" }
            }
        } else if context.snapshot.isEmpty {
            firstSteps
        } else {
            p { "The feed showed none of that age." }
            if wider == nil, let asOf = context.asOf {
                p {
                    "What it showed is older than \(Window.longest.days) days before "
                    asOf.element
                    ", when it was last looked at: that is kept, and stands in no window. A dataset that was scraped earlier is "
                    "imported with "
                    code { "--observed-at" }
                    ", the time of its scrape."
                }
            }
            if let wider { p { a(to: .site(wider.address("performance"))) { "Look back \(wider.window.words)" } } }
        }
    }

    /// The next longer window that has reels.
    private var wider: CohortQuery? {
        let longer = Window.allCases.filter { $0.days > context.query.window.days }
        let window = longer.first { window in
            context.snapshot.cohorts(window: window, platform: context.query.platform).contains { $0.count > 0 }
        }
        return window.map { window in
            var query = context.query
            query.window = window
            return query
        }
    }

    @MarkupBuilder
    private var firstSteps: Node {
        FirstSteps.view
        if context.dataset == .live {
            p {
                "If a run has been asked for already, "
                a(to: .site(RunsQuery().address)) { "the runs" }
                " say what became of it."
            }
            p { a(to: .site(sample.address("performance"))) { "Look at the sample meanwhile" } }
        }
    }

    private var sample: CohortQuery {
        var query = context.query
        query.dataset = .sample
        return query
    }
}
