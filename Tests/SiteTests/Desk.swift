import Reels
import Site
import System

/// An ingestion desk that says what a test wants it to.
final class Desk: IngestionDesk {
    struct State {
        var isReachable = true
        var runs: [Run] = []
        var figures = IngestionFigures(groups: [], rejections: [:])
        var outcome = RunRequestOutcome.accepted(runID: Desk.runID(1))
        var requests = 0
        /// Looks at a run until it has ended.
        var looksUntilEnd = 0
    }

    private let state = Lock(State())

    func set(_ change: @Sendable (inout State) -> Void) {
        state.withLock { change(&$0) }
    }

    var requests: Int { state.withLock { $0.requests } }

    static func runID(_ number: Int) -> String {
        "00000000-0000-4000-8000-" + number.padded(to: 12)
    }

    func databaseIsReachable() -> Bool { state.withLock { $0.isReachable } }

    func status() throws(DataUnavailable) -> IngestionStatus {
        try demandDatabase()
        return IngestionStatus(
            lastScrapedAt: noon, lastApifyRunID: "abc", eventsLastRun: 3, totalRawEvents: 3_000_000_000,
            latestStateCount: 5, reelsPublishedLast7d: 4, newestRunState: .running)
    }

    func runs(limit: Int, after cursor: RunCursor?) throws(DataUnavailable) -> [Run] {
        try demandDatabase()
        let following = state.withLock { state in
            state.runs.filter { run in
                cursor.map { (run.startedAt, run.id) < ($0.startedAt, $0.id) } ?? true
            }
        }
        return Array(following.sorted { ($0.startedAt, $0.id) > ($1.startedAt, $1.id) }.prefix(limit))
    }

    func run(id: String) throws(DataUnavailable) -> Run? {
        try demandDatabase()
        return state.withLock { state in
            state.looksUntilEnd -= 1
            guard var run = state.runs.first(where: { $0.id == id }) else { return nil }
            if state.looksUntilEnd > 0 { run.state = .running }
            return run
        }
    }

    func figures() throws(DataUnavailable) -> IngestionFigures {
        try demandDatabase()
        return state.withLock { $0.figures }
    }

    func requestRun() throws(DataUnavailable) -> RunRequestOutcome {
        try demandDatabase()
        return state.withLock { state in
            state.requests += 1
            return state.outcome
        }
    }

    private func demandDatabase() throws(DataUnavailable) {
        guard databaseIsReachable() else { throw DataUnavailable("The database did not answer.") }
    }
}
