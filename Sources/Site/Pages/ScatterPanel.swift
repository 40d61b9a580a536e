import Charts
import Markup
import Scoring

/// The hero of the page: every reel at its place.
struct ScatterPanel {
    private let model: ScatterModel

    init(model: PerformanceModel) {
        self.model = ScatterModel(model.context, model.query)
    }

    var view: Node {
        section(.class("panel scatter-panel")) {
            div(.class("panel-head")) {
                h2 { model.query.across == .velocity ? "Velocity and engagement" : "Pace for age and engagement" }
                a(to: .fragment("ranking"), .class("panel-note")) { "Skip to the ranking" }
            }
            div(.class("scatter-controls")) {
                choices("Axes", scales)
                choices("Across", acrosses)
                a(to: .site(PerformanceDrawing.address(of: model.query)), .class("panel-note")) {
                    "Drawing alone (SVG)"
                }
            }
            model.scatter.figure
        }
    }

    private typealias Choice = (words: String, isCurrent: Bool, query: PerformanceQuery)

    private var scales: [Choice] {
        let offered = ScatterScale.allCases.filter { $0 != .logarithm || model.offersRawValues }
        return offered.map { scale in
            (scale.words, scale == model.query.scale, query { $0.scale = scale })
        }
    }

    private var acrosses: [Choice] {
        ScatterAcross.allCases.map { across in
            (across.words, across == model.query.across, query { $0.across = across })
        }
    }

    private func query(_ change: (inout PerformanceQuery) -> Void) -> PerformanceQuery {
        var query = model.query
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

extension ScatterScale {
    fileprivate var words: String {
        switch self {
        case .percentile: "Percentiles"
        case .tail: "Tail"
        case .logarithm: "Log"
        }
    }
}

extension ScatterAcross {
    fileprivate var words: String {
        switch self {
        case .velocity: "Velocity"
        case .pace: "Pace for age"
        }
    }
}
