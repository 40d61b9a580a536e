import ApifyStandIn
import HTTPClient
import Ingest
import Reels
import Storage
import System
import TestDatabase

/// An actor at the stand-in for Apify, a schema of its own, and a clock that makes nobody wait.
struct World: Sendable {
    let test: TestDatabase
    let apify: ApifyStandIn
    let clock = PassingClock()
    var feed: ApifyFeed

    static let actor = "made~up"

    /// Has every run of the actor do what `script` says.
    static func with<R>(_ script: RunScript, _ body: (World) throws -> R) throws -> R {
        try TestDatabase.with { test in
            let apify = try ApifyStandIn(token: "apify_api_MadeUp1")
            defer {
                apify.stop()
                // A hook may hold the world, and with it the stand-in.
                apify.plan.withLock { $0 = Plan() }
            }
            apify.host(actor, script)
            let feed = ApifyFeed(
                name: "default", token: BearerToken(apify.token), base: apify.url, actorID: actor,
                input: ApifyFeed.recommendedInput(maximumResults: 600), timeoutSeconds: 60, interval: .seconds(21_600))
            return try body(World(test: test, apify: apify, feed: feed))
        }
    }

    /// Made-up reels, published a minute apart, and a run that ends well at once.
    static func with<R>(reels count: Int, _ body: (World) throws -> R) throws -> R {
        try with(RunScript(.reels(count)), body)
    }

    /// One `shortpulse-ingest run`, as its caller sees it.
    struct Attempt {
        let report: RunReport?
        let error: (any Error)?

        /// Whether the command ends with 1; one that found another run at work ends with 75, and is none of these.
        var isFailure: Bool { report?.isFailure ?? true }
        /// What the operator is told to do.
        var complaint: String { error.map { "\($0)" } ?? report?.run.error ?? "" }
    }

    func ingestion(of feed: ApifyFeed? = nil) -> ApifyIngestion {
        ApifyIngestion(
            database: test.database, schema: test.schema, feed: feed ?? self.feed, now: clock.now, pause: clock.pause)
    }

    @discardableResult
    func run(
        _ feed: ApifyFeed? = nil, id: String = SecureRandom.uuid(), progress: (IngestionEvent) -> Void = { _ in }
    ) -> Attempt {
        do {
            return Attempt(report: try ingestion(of: feed).run(id: id, progress: progress), error: nil)
        } catch {
            return Attempt(report: nil, error: error)
        }
    }

    /// Has `fault` befall some of the requests for `operation`, which count from 1.
    func disturb(_ operation: Operation, _ turns: ClosedRange<Int> = 1...1, with fault: Fault) {
        apify.plan.withLock { plan in
            let others = plan.fault
            plan.fault = { exchange in
                if let other = others(exchange) { return other }
                return exchange.operation == operation && turns.contains(exchange.turn) ? fault : nil
            }
        }
    }

    /// From now on nothing goes wrong any more.
    func calm() {
        apify.plan.withLock { $0 = Plan() }
    }

    /// Has `body` run when the `turn`th request for `operation` has come, before it is seen to.
    func upon(_ operation: Operation, _ turn: Int = 1, _ body: @escaping @Sendable () -> Void) {
        apify.plan.withLock { plan in
            let others = plan.willAct
            plan.willAct = { exchange in
                others(exchange)
                if exchange.operation == operation, exchange.turn == turn { body() }
            }
        }
    }

    /// A run that somebody starts without this program; its items are those of any run of the actor.
    @discardableResult
    func startElsewhere(input: String) throws -> StartedRun {
        var client = try HTTPClient()
        let request = HTTPRequest(
            .post, "\(apify.url)/v2/actors/\(Self.actor)/runs", headers: [("Content-Type", "application/json")],
            body: Array(input.utf8), token: BearerToken(apify.token))
        _ = try client.send(request)
        guard let run = apify.startedRuns().last else { throw NothingStarted() }
        return run
    }

    private struct NothingStarted: Error {}
}
