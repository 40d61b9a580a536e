import ApifyStandIn
import RunningStack
import System
import Testing

/// A running ShortPulse, and the stand-in for Apify that serves its feed.
struct FedStack: Sendable {
    /// The one that a suite's tests share.
    @TaskLocal static var shared: FedStack?

    static let actor = "paper~crane"
    static let operatorToken = "a token for tests"

    let apify: ApifyStandIn
    let stack: Stack
    /// What the runs of the actor do that start from now on.
    let script: Lock<RunScript>

    /// Runs `body` with one, and stops it whatever comes of that. `listen` serves the feed at once.
    static func with(
        _ script: RunScript, plan: Plan = Plan(), settings others: [String: String] = [:],
        _ body: (FedStack) async throws -> Void
    ) async throws {
        let script = Lock(script)
        let apify = try ApifyStandIn(plan: plan)
        apify.host(actor) { _ in script.withLock { $0 } }
        var settings = settings(for: apify).merging(others) { $1 }
        settings["SHORTPULSE_OPERATOR_TOKEN"] = operatorToken
        try await Stack.with(settings: settings, in: Checkout()) { stack in
            try await body(FedStack(apify: apify, stack: stack, script: script))
        }
    }

    static func settings(for apify: ApifyStandIn) -> [String: String] {
        ["APIFY_API_BASE": apify.url, "APIFY_API_TOKEN": apify.token, "APIFY_ACTOR_ID": actor]
    }

    /// Runs `shortpulse-ingest` in a second terminal, for the same feed where `settings` don't say otherwise.
    func ingest(_ arguments: [String], settings: [String: String] = [:]) throws -> Program {
        try stack.ingest(arguments, settings: Self.settings(for: apify).merging(settings) { _, ours in ours })
    }

    /// Starts it in `folder`, where no `.env` is, for who allows core files of any size; `output` is for both of its
    /// streams.
    func start(_ arguments: [String], in folder: String, output: Int32) throws -> ChildProcess {
        let command = """
            set -a; . '\(stack.checkout.home)/env'; ulimit -c unlimited
            cd '\(folder)' && exec '\(stack.checkout.path)/.build/release/shortpulse-ingest' "$@"
            """
        return try Program.start(
            "/bin/sh", ["-c", command, "sh"] + arguments, environment: Self.settings(for: apify), output: output)
    }

    /// Asks for an ingestion, as the operator.
    func askForRun(headers: [(name: String, value: String)] = []) throws -> SiteAnswer {
        try stack.post("/ingest/run", headers: headers + [("Authorization", "Bearer \(Self.operatorToken)")])
    }

    /// All runs, newest first.
    func runs() throws -> [RunAnswer] {
        try stack.get("/ingest/runs").json(RunsAnswer.self).runs
    }

    /// Waits until there is a run, and none of them is at work.
    func rest() async throws {
        let isAtRest = try await eventually(within: .seconds(30)) {
            let runs = try runs()
            return !runs.isEmpty && !runs.contains(where: \.isActive)
        }
        let said = try stack.output
        #expect(isAtRest, "\(said)")
    }

    /// How often Apify was asked for something.
    func count(of isMeant: (Exchange) -> Bool) -> Int { apify.exchanges.count(where: isMeant) }
}

/// Gives a suite one for all of its tests, whose feed has been served once.
struct SharedFedStack: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await FedStack.with(RunScript(.reels(300))) { fed in
            try await fed.rest()
            try await FedStack.$shared.withValue(fed, operation: function)
        }
    }
}

extension Trait where Self == SharedFedStack {
    static var sharedFedStack: SharedFedStack { SharedFedStack() }
}
