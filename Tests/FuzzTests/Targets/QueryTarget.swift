import Markup
import Reels

@testable import Site

/// The first byte says what the rest is: a path, a header field, or a query of one of the addresses. What is understood is
/// written as a canonical address, and that address has to be understood as the same; what is not gets a refusal that says so.
enum QueryTarget {
    private static let now = Instant(microseconds: 1_777_636_800_000_000)

    static func tryOut(_ input: [UInt8]) throws(Finding) {
        guard let kind = input.first else { return }
        let text = String(decoding: input.dropFirst(), as: UTF8.self)
        switch kind % 5 {
        case 0: try checkPath(text)
        case 1: checkFields(text)
        case 2:
            try check(text) { query throws(Problem) in
                try ReelsQuery(query, now: now)
            } told: {
                ($0.address, $0.question)
            }
        case 3:
            try check(text) { query throws(Problem) in
                try RunsQuery(Parameters(strict: query, allowed: RunsQuery.parameters))
            } told: {
                ($0.address, $0)
            }
        default:
            try check(text) { query throws(Problem) in
                try PerformanceQuery(Parameters(lenient: query, allowed: PerformanceQuery.parameters), now: now)
            } told: {
                ($0.address("performance"), $0)
            }
        }
    }

    /// A path that is understood leads, written by us, to the same place, and nowhere else.
    private static func checkPath(_ path: String) throws(Finding) {
        let segments: [String]
        do throws(Problem) {
            segments = try Path.segments(of: path)
        } catch {
            return try check(error)
        }
        try require(segments.allSatisfy { !$0.utf8.contains(0) }, "a NUL in a path")
        let written = SiteAddress(segments: segments).text
        try require(written == "/" || !written.hasPrefix("//"), "\(path) leads to another site: \(written)")
        guard !segments.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else { return }
        // Encoded, it may be longer than we take.
        if let again = try? Path.segments(of: written) {
            try require(again == segments, "\(path) is written as \(written), which is \(again)")
        }
    }

    private static func check<Query, Meaning: Equatable>(
        _ query: String, read: (String) throws(Problem) -> Query,
        told: (Query) -> (address: SiteAddress, meaning: Meaning)
    ) throws(Finding) {
        let first: Query
        do throws(Problem) {
            first = try read(query)
        } catch {
            return try check(error)
        }
        let (address, meaning) = told(first)
        let second: Query
        do throws(Problem) {
            second = try read(String(address.text.drop { $0 != "?" }.dropFirst()))
        } catch {
            throw Finding("\(query) is written as \(address.text), which is refused: \(error.detail)")
        }
        let again = told(second)
        try require(again.address == address, "\(address.text) is written as \(again.address.text)")
        try require(again.meaning == meaning, "\(address.text) means something else than \(query)")
    }

    private static func check(_ problem: Problem) throws(Finding) {
        try require((400..<500).contains(problem.status), "the client's mistake is answered \(problem.status)")
        try require(!problem.detail.isEmpty && problem.detail.utf8.count <= 2_000, "a refusal that nobody reads")
    }

    /// Header fields that list things.
    private static func checkFields(_ text: String) {
        let request = Request(
            method: "GET", path: "/",
            headers: ["accept": text, "accept-encoding": text, "prefer": text, "if-none-match": text])
        _ = request.prefersPage
        _ = request.acceptsGzip
        _ = request.preferredWait
    }
}
