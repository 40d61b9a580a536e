import ApifyStandIn
import RunningStack
import System

/// A stack whose responders a monitoring system can reach.
struct WatchedStack {
    let fed: FedStack
    /// One for each responder.
    let ports: [Int]

    /// Runs `body` with one whose feed has been served.
    static func with(_ script: RunScript, _ body: (WatchedStack) async throws -> Void) async throws {
        let port = try FreePort.pair()
        try await FedStack.with(script, settings: ["METRICS_PORT": "\(port)"]) { fed in
            try await fed.rest()
            try await body(WatchedStack(fed: fed, ports: [port, port + 1]))
        }
    }

    /// What each of them tells.
    func metrics() throws -> [String] {
        try ports.map { try SiteAnswer.of("http://127.0.0.1:\($0)/metrics").text }
    }

    /// Has the feed served once more, in another way from now on.
    func run(_ script: RunScript) async throws {
        fed.script.withLock { $0 = script }
        _ = try fed.askForRun()
        try await fed.rest()
    }
}
