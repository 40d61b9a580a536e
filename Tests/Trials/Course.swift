package import DatabaseProxy
import System

/// The order in which a run's steps are made, at Apify and in the database together, and who decides about each of them.
package final class Course: Sendable {
    /// Something that a program asks for, or is told.
    package enum Step: Sendable, CustomStringConvertible {
        /// A question to Apify that has come and is not acted on, or an answer that is not sent: `<- GET /v2/actor-runs/1`.
        case apify(String)
        /// A statement that the server does not know of, or its answer: `-> runs.begin`.
        case database(Crossing)

        package var description: String {
            switch self {
            case .apify(let text): text
            case .database(let crossing): crossing.description
            }
        }
    }

    /// Told the step's number, from 1, and what it is.
    package typealias Decision = @Sendable (Int, Step) -> Crossing.Verdict

    private struct State {
        var steps: [String] = []
        var decide: Decision = { _, _ in .pass }
    }

    private let state = Lock(State())

    package init() {}

    /// What was asked since `begin`.
    package var steps: [String] { state.withLock { $0.steps } }

    /// Forgets the steps, and asks `decide` from now on.
    package func begin(_ decide: @escaping Decision = { _, _ in .pass }) {
        state.withLock { $0 = State(decide: decide) }
    }

    /// Asks about a step, on the thread that is to make it.
    package func pass(_ step: Step) -> Crossing.Verdict {
        let (number, decide) = state.withLock { state in
            state.steps.append("\(step)")
            return (state.steps.count, state.decide)
        }
        return decide(number, step)
    }
}
