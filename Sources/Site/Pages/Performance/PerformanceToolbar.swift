import Markup
import Reels
import Scoring

/// Which cohorts are shown, as links: each leads to this page with one thing changed.
struct PerformanceToolbar {
    let context: PageContext
    let query: PerformanceQuery

    var view: Node {
        div(.class("toolbar")) {
            Choices(name: "Platform", choices: platforms).view
            Choices(name: "Window", choices: windows).view
            Choices(name: "Data", choices: datasets).view
            div(.class("toolbar-end")) {
                ThresholdForm(query: query).view
                RunForm.view(context)
                a(to: .site(present.address("performance")), .class("button")) {
                    context.isOfPresent ? "Refresh" : "To the present"
                }
            }
        }
    }

    private var platforms: [Choices.Choice] {
        ([nil] + Platform.allCases.map(Optional.some)).map { platform in
            (
                platform?.displayName ?? "All", platform == context.query.platform,
                query.changed { $0.cohorts.platform = platform }
            )
        }
    }

    private var windows: [Choices.Choice] {
        Window.allCases.map { window in
            (window.words, window == context.query.window, query.changed { $0.cohorts.window = window })
        }
    }

    private var datasets: [Choices.Choice] {
        Dataset.allCases.map { dataset in
            let isCurrent = dataset == context.dataset
            // What is shown already keeps its address, though that may not name the data set.
            return (dataset.words, isCurrent, isCurrent ? query : query.changed { $0.cohorts.dataset = dataset })
        }
    }

    private var present: PerformanceQuery {
        query.changed { $0.cohorts.asOf = nil }
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
