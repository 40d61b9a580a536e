import ApifyStandIn
import DatabaseProxy
import System

/// Apify with one actor, whose every run brings the same dataset; each question to it is a step of a course.
package final class Remote: Sendable {
    package static let actor = "made~up"

    private let standIn: ApifyStandIn

    /// A run is still at work the first `patience` times that it is asked about.
    package init(_ dataset: RemoteDataset, patience: Int, course: Course) throws {
        var plan = Plan()
        plan.fault = { course.pass(.apify("-> \(Self.name(of: $0))")) == .cut ? .hangUp : nil }
        // What is answered to a program that is gone by now reaches nobody.
        plan.willAnswer = { _ = course.pass(.apify("<- \(Self.name(of: $0))")) }
        standIn = try ApifyStandIn(plan: plan)
        standIn.host(Self.actor) { ordinal in
            var script = RunScript(DatasetItems(dataset.lines))
            script.runs = .questions(patience)
            // By the run's number, so that what is stored does not depend on the clock.
            script.finishedAt = "2024-07-01T00:\(10 + ordinal):00.000Z"
            return script
        }
    }

    package var url: String { standIn.url }

    package var token: String { standIn.token }

    /// How many runs are on the bill.
    package var startedCount: Int { standIn.startedRuns().count }

    /// Where each page began that was asked for.
    package var pageOffsets: [Int] {
        standIn.exchanges.filter { $0.operation == .listItems }.map { $0.query["offset"].flatMap(Int.init) ?? 0 }
    }

    private static func name(of exchange: Exchange) -> String {
        let offset = exchange.operation == .listItems ? exchange.query["offset"].map { " from \($0)" } ?? "" : ""
        return "\(exchange.method) \(exchange.operation)\(offset)"
    }
}
