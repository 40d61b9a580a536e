import FoundationEssentials
import HTTPClient
import RunningStack
import System

/// Readers of a site on threads of their own, each of whom asks on without a pause.
final class Readers: Sendable {
    /// What they came to see.
    struct Tally: CustomStringConvertible {
        var answers = 0
        /// Requests that had to be sent again, on a connection of their own.
        var retries = 0
        /// Requests that failed then, too: a few.
        var failures: [String] = []
        /// Answers in which two runs, or none, were seen, and bytes that differ under one tag: a few.
        var mixtures: [String] = []
        /// The number of the newest run in an answer.
        var newest: Int64 = 0
        /// A hash of each answer's bytes by its address, type and tag.
        fileprivate var bodies: [String: Int] = [:]

        var description: String { "\(answers) answers, \(retries) asked for twice" }
    }

    private static let most = 20
    private static let requestLimits = TransferLimits(bodyLimit: 1 << 24)

    private let stack: Stack
    private let threads: [System.Thread]
    private let shared: Shared

    private final class Shared: Sendable {
        let tally = Lock(Tally())
        let isOver = Lock(false)
    }

    /// Starts `count` of them.
    init(of stack: Stack, count: Int) throws {
        let shared = Shared()
        self.shared = shared
        self.stack = stack
        threads = try (0..<count).map { reader in
            try System.Thread(name: "reader-\(reader)") { Self.read(stack, reader, shared) }
        }
    }

    var tally: Tally { shared.tally.withLock(\.self) }

    /// Ends them, and gives what they saw.
    func stop() -> Tally {
        shared.isOver.withLock { $0 = true }
        for thread in threads { thread.join() }
        return tally
    }

    private static func read(_ stack: Stack, _ reader: Int, _ shared: Shared) {
        var turn = reader * 100
        while !shared.isOver.withLock(\.self) {
            // Of one client, as long as nothing goes wrong.
            guard var client = try? HTTPClient() else { continue }
            var isFine = true
            while isFine, !shared.isOver.withLock(\.self) {
                turn += 1
                isFine = ask(stack, addresses(turn)[turn % addresses(turn).count], &client, shared)
            }
        }
    }

    /// What is read in turn. Most of it is kept by nginx for a moment; each hundredth of the short lists is not.
    private static func addresses(_ turn: Int) -> [String] {
        [
            "/performance", "/reels/performance", "/reels/performance?limit=\(turn % 100 + 1)", "/",
            "/reels/performance?format=csv", "/reels/performance?format=ndjson", "/performance.svg", "/health",
            "/performance?window=30d&platform=tiktok", "/performance/tiktok/7400000000000000001",
        ]
    }

    /// False where the connection was of no more use.
    private static func ask(_ stack: Stack, _ path: String, _ client: inout HTTPClient, _ shared: Shared) -> Bool {
        let request = HTTPRequest(.get, stack.address(path))
        if let answer = try? answer(request, &client) {
            note(answer, path, shared)
            return true
        }
        shared.tally.withLock { $0.retries += 1 }
        do {
            var fresh = try HTTPClient()
            note(try answer(request, &fresh), path, shared)
        } catch {
            shared.tally.withLock { if $0.failures.count < most { $0.failures.append("\(path): \(error)") } }
        }
        return false
    }

    /// Throws where there is no answer, or none but an excuse.
    private static func answer(_ request: HTTPRequest, _ client: inout HTTPClient) throws -> SiteAnswer {
        let (head, body) = try client.send(request, limits: requestLimits)
        guard head.status == 200 else { throw Excuse(status: head.status) }
        return SiteAnswer(head: head, body: body)
    }

    private struct Excuse: Error {
        let status: Int
    }

    private static func note(_ answer: SiteAnswer, _ path: String, _ shared: Shared) {
        let runs = path.hasPrefix("/reels/") ? Set(views(in: answer, path).map { $0 % NumberedFeed.modulus }) : nil
        let body = answer.body.hashValue
        let tag = answer.head.header("ETag").map { "\(path) \(answer.contentType) \($0)" }
        shared.tally.withLock { tally in
            tally.answers += 1
            if let runs, runs.count != 1 { tally.note(mixture: "\(path): runs \(runs.sorted())") }
            if let run = runs?.first { tally.newest = max(tally.newest, run) }
            if let tag, tally.bodies.updateValue(body, forKey: tag).map({ $0 != body }) ?? false {
                tally.note(mixture: "\(tag): two texts")
            }
        }
    }

    /// The views of each reel in a list; none where it is no list.
    private static func views(in answer: SiteAnswer, _ path: String) -> [Int64] {
        if path.hasSuffix("csv") {
            let lines = answer.text.split(separator: "\r\n").map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            guard let column = lines.first?.firstIndex(of: "views") else { return [] }
            return lines.dropFirst().compactMap { $0.indices.contains(column) ? Int64($0[column]) : nil }
        }
        // Of every object, none of which has it twice.
        return answer.text.split(separator: "\"views\":").dropFirst().compactMap { Int64($0.prefix { $0.isNumber }) }
    }
}

extension Readers.Tally {
    fileprivate mutating func note(mixture: String) {
        if mixtures.count < 20 { mixtures.append(mixture) }
    }
}
