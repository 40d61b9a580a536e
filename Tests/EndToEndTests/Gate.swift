import ApifyStandIn
import System

/// Where the stand-in for Apify stops in the middle of a run, until a test lets it go on.
final class Gate: Sendable {
    private let state = Lock((isOpen: false, callers: 0))

    /// A test that has failed opens nothing, and the stand-in must end all the same.
    private static let patience = Duration.seconds(60)

    /// Has each exchange wait at the gate that `isMeant`.
    func plan(_ isMeant: @escaping @Sendable (Exchange) -> Bool) -> Plan {
        var plan = Plan()
        plan.willAct = { [self] exchange in if isMeant(exchange) { pass() } }
        return plan
    }

    /// Has the second page of a dataset wait at the gate.
    func planBeforeSecondPage() -> Plan {
        plan { $0.operation == .listItems && $0.query["offset"] == "250" }
    }

    private func pass() {
        state.withLock { $0.callers += 1 }
        _ = state.wait(for: Self.patience) { $0.isOpen ? true : nil }
    }

    /// Waits until somebody stands at the gate; whether it came to that.
    func isReached() -> Bool {
        state.wait(for: Self.patience) { $0.callers > 0 ? true : nil } ?? false
    }

    /// Lets everybody pass from now on.
    func open() {
        state.withLock { $0.isOpen = true }
    }
}
