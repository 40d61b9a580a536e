import Markup
import Reels
import Scoring

/// Which cohorts are shown, as links: each leads to this page with one thing changed.
struct PerformanceToolbar {
    let context: PageContext

    var view: Node {
        div(.class("toolbar")) {
            choices("Platform", platforms)
            choices("Window", windows)
            choices("Data", datasets)
            a(to: .site(context.present.address("performance")), .class("button toolbar-end")) {
                context.isOfPresent ? "Refresh" : "To the present"
            }
        }
    }

    private typealias Choice = (words: String, isCurrent: Bool, query: CohortQuery)

    private var platforms: [Choice] {
        ([nil] + Platform.allCases.map(Optional.some)).map { platform in
            (platform?.displayName ?? "All", platform == context.query.platform, query { $0.platform = platform })
        }
    }

    private var windows: [Choice] {
        Window.allCases.map { window in (window.words, window == context.query.window, query { $0.window = window }) }
    }

    private var datasets: [Choice] {
        Dataset.allCases.map { dataset in
            let isCurrent = dataset == context.dataset
            // What is shown already keeps its address, though that may not name the data set.
            return (dataset.words, isCurrent, isCurrent ? context.query : query { $0.dataset = dataset })
        }
    }

    private func query(_ change: (inout CohortQuery) -> Void) -> CohortQuery {
        var query = context.query
        change(&query)
        return query
    }

    private func choices(_ name: String, _ choices: [Choice]) -> Node {
        nav(.class("switch"), .ariaLabel(name)) {
            span(.class("switch-name"), .ariaHidden) { name }
            ul {
                for choice in choices {
                    li {
                        a(to: .site(choice.query.address("performance")), .current(when: choice.isCurrent)) {
                            choice.words
                        }
                    }
                }
            }
        }
    }
}

extension Dataset {
    fileprivate var words: String {
        switch self {
        case .live: "Live"
        case .sample: "Sample"
        }
    }
}
