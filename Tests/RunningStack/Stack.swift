import FoundationEssentials
import HTTPClient
package import System

/// A running ShortPulse: `scripts/run` in a copy of the checkout, and what it started.
package final class Stack: Sendable {
    /// The one that a suite's tests share.
    @TaskLocal package static var shared: Stack?

    package let checkout: Checkout
    package let port: Int
    private let process: ChildProcess
    private let log: String
    private let firstReadingTime = Lock<Duration?>(nil)

    /// Starts one, with these settings in its environment, and waits until it says where it is. Throws `StackFailure`
    /// where it ends first.
    package static func start(in checkout: Checkout, settings: [String: String] = [:]) async throws -> Stack {
        let stack = try Stack(checkout: checkout, settings: settings)
        let isReady = try await eventually(within: .seconds(120)) {
            try stack.hasEnded || stack.output.contains("ShortPulse is at http://127.0.0.1:\(stack.port)/")
        }
        if isReady, try !stack.hasEnded {
            let time = try stack.readingTime()
            stack.firstReadingTime.withLock { $0 = time }
            return stack
        }
        try await stack.stop(.terminate)
        throw StackFailure(output: try stack.output)
    }

    /// Runs `body` with one, and stops it whatever comes of that.
    package static func with(
        settings: [String: String] = [:], in checkout: Checkout, _ body: (Stack) async throws -> Void
    ) async throws {
        let stack = try await start(in: checkout, settings: settings)
        do {
            try await body(stack)
        } catch {
            try await stack.stop(.terminate)
            throw error
        }
        try await stack.stop(.terminate)
    }

    private init(checkout: Checkout, settings: [String: String]) throws {
        self.checkout = checkout
        port = try FreePort.next()
        log = "\(checkout.path)/run.log"
        var environment = settings
        environment["PORT"] = "\(port)"
        try File.write([], to: log)
        // The shell opens the log, and becomes the script, so that a signal to the child is one to the script.
        process = try ChildProcess(
            executable: "/bin/sh", arguments: ["-c", "exec \"$0\" >\"$1\" 2>&1", "\(checkout.path)/scripts/run", log],
            environment: environment.merging(["PATH": Environment.value("PATH") ?? ""]) { ours, _ in ours })
    }

    /// What the script has said so far.
    package var output: String {
        get throws { String(decoding: try File.read(log, limit: 1 << 20), as: UTF8.self) }
    }

    private var hasEnded: Bool {
        get throws { try process.endingIfOver() != nil }
    }

    /// Sends the script `signal` and waits for its end.
    @discardableResult
    package func stop(_ signal: Signal) async throws -> ChildProcess.Ending {
        try process.send(signal)
        return try process.wait()
    }

    /// Asks the site.
    package func get(_ path: String, headers: [(name: String, value: String)] = []) throws -> SiteAnswer {
        try ask(HTTPRequest(.get, address(path), headers: headers))
    }

    /// Sends the site a form.
    package func post(_ path: String, body: String = "", headers: [(name: String, value: String)] = []) throws
        -> SiteAnswer
    {
        try ask(HTTPRequest(.post, address(path), headers: headers, body: Array(body.utf8)))
    }

    /// How long a reader of the whole list waits for it.
    package func readingTime() throws -> Duration {
        try ContinuousClock().measure { _ = try get("/reels/performance") }
    }

    /// How long the first one waited.
    package var firstReading: Duration? { firstReadingTime.withLock { $0 } }

    /// Where `path` is for a browser.
    package func address(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private func ask(_ request: HTTPRequest) throws -> SiteAnswer {
        var client = try HTTPClient()
        let (head, body) = try client.send(request, limits: TransferLimits(bodyLimit: 1 << 26))
        return SiteAnswer(head: head, body: body)
    }

    /// The `DATABASE_URL` that a second terminal gets.
    package var databaseAddress: String? {
        get throws {
            let program = try Program.run("/bin/sh", ["-c", ". '\(checkout.home)/env'; printf %s \"$DATABASE_URL\""])
            return program.output.isEmpty ? nil : program.output
        }
    }

    /// Runs `shortpulse-ingest` as a user would in a second terminal, with these settings in its environment.
    package func ingest(_ arguments: [String], settings: [String: String] = [:]) throws -> Program {
        try Program.run(
            "/bin/sh", ["-c", ingestCommand, "sh"] + arguments, environment: settings, in: checkout.path)
    }

    /// The same as a command of the shell, for other programs.
    package var ingestCommand: String {
        "set -a; . '\(checkout.home)/env'; exec '\(checkout.path)/.build/release/shortpulse-ingest' \"$@\""
    }
}

/// A stack that did not come up.
package struct StackFailure: Error, CustomStringConvertible {
    package let output: String

    package init(output: String) { self.output = output }

    package var description: String { "no stack: \(output)" }
}

/// Waits until `condition` holds, and says whether it came to hold in time.
package func eventually(within limit: Duration, _ condition: () throws -> Bool) async throws -> Bool {
    let deadline = ContinuousClock.now + limit
    while try !condition() {
        if ContinuousClock.now > deadline { return false }
        try await Task.sleep(for: .milliseconds(10))
    }
    return true
}
