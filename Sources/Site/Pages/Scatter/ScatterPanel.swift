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
                Choices(name: "Axes", choices: scales).view
                Choices(name: "Across", choices: acrosses).view
                a(to: .site(PerformanceDrawing.address(of: model.query)), .class("panel-note")) {
                    "Drawing alone (SVG)"
                }
            }
            model.scatter.figure
        }
    }

    private var scales: [Choices.Choice] {
        let offered = ScatterScale.allCases.filter { $0 != .logarithm || model.offersRawValues }
        return offered.map { scale in
            (scale.words, scale == model.query.scale, address { $0.scale = scale })
        }
    }

    private var acrosses: [Choices.Choice] {
        ScatterAcross.allCases.map { across in
            (across.words, across == model.query.across, address { $0.across = across })
        }
    }

    private func address(_ change: (inout PerformanceQuery) -> Void) -> SiteAddress {
        model.query.changed(change).address("performance")
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
