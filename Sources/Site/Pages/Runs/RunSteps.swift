import Markup
import Reels

/// The steps of a run from Apify, with the one that it has come to.
struct RunSteps {
    let run: Run

    private static let names = ["Queued", "At Apify", "Fetching", "Storing"]

    /// Nothing for a run that has ended, or whose step is not known.
    @MarkupBuilder
    var view: Node {
        if run.source == .apify, let current {
            ol(.class("steps")) {
                for (number, name) in Self.names.enumerated() {
                    li(.class("step", number < current ? "step-done" : nil), .currentStep(when: number == current)) {
                        name
                        if number < current { span(.class("visually-hidden")) { ", done" } }
                    }
                }
            }
        }
    }

    private var current: Int? {
        switch run.stage {
        case .queued: 0
        case .starting, .remote: 1
        case .fetching: 2
        case .storing: 3
        case nil: nil
        }
    }
}
