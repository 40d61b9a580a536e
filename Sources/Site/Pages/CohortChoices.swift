import Markup
import Reels
import Scoring

/// Platform, window and data set as links: each leads to the same page with one of them changed.
struct CohortChoices {
    let context: PageContext
    /// Where the page shows other cohorts.
    let address: (CohortQuery) -> SiteAddress

    var view: Node {
        .group([
            Choices(name: "Platform", choices: platforms).view,
            Choices(name: "Window", choices: windows).view,
            Choices(name: "Data", choices: datasets).view,
        ])
    }

    private var query: CohortQuery { context.query }

    private var platforms: [Choices.Choice] {
        ([nil] + Platform.allCases.map(Optional.some)).map { platform in
            (platform?.displayName ?? "All", platform == query.platform, changed { $0.platform = platform })
        }
    }

    private var windows: [Choices.Choice] {
        Window.allCases.map { window in (window.words, window == query.window, changed { $0.window = window }) }
    }

    private var datasets: [Choices.Choice] {
        Dataset.allCases.map { dataset in
            let isCurrent = dataset == context.dataset
            // What is shown already keeps its address, though that may not name the data set.
            return (dataset.words, isCurrent, changed { if !isCurrent { $0.dataset = dataset } })
        }
    }

    private func changed(_ change: (inout CohortQuery) -> Void) -> SiteAddress {
        var query = query
        change(&query)
        return address(query)
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
