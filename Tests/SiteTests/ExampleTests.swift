import FoundationEssentials
import Reels
import Scoring
import Site
import Testing

/// The examples of the API's description are what the site answers.
///
/// `SHORTPULSE_RECORD=1 swift test` writes them anew; the next build takes them in.
struct ExampleTests {
    @Test("every example is a real answer", arguments: Example.allCases)
    func example(_ example: Example) throws {
        let response = try answer(to: example)
        let file = Self.folder.appending(path: example.rawValue)
        guard ProcessInfo.processInfo.environment["SHORTPULSE_RECORD"] != "1" else {
            return try Data(response.body).write(to: file)
        }
        #expect(response.text == String(decoding: example.body, as: UTF8.self))
        #expect(response["Content-Type"]?.hasPrefix("application/problem+json") == (status(of: example) != nil))
        if let status = status(of: example) { #expect(response.status == status) }
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Site/Description/Examples")

    /// The status that the name of a problem says.
    private func status(of example: Example) -> Int? {
        example.rawValue.hasPrefix("problem-") ? Int(example.rawValue.dropFirst(8).prefix(3)) : nil
    }

    private func answer(to example: Example) throws -> Response {
        let world = World(token: example == .off ? nil : World.token)
        world.shelf.put(Observation.breakouts)
        world.desk.set { $0.runs = example == .nothingThere ? [] : Self.runs }
        switch example {
        case .busy: world.desk.set { $0.outcome = .busy(runID: Desk.runID(2)) }
        case .failed: world.desk.set { $0.outcome = .accepted(runID: Desk.runID(3)) }
        case .away: world.desk.set { $0.isReachable = false }
        case .gone: world.shelf.detach(before: noon)
        default: break
        }
        let parts = example.request.split(separator: " ")
        return world.ask(
            String(try #require(parts.last)).replacing("...", with: String(repeating: "x", count: 8_193)),
            method: String(parts[0]), headers: headers(of: example),
            body: example == .longBody ? String(repeating: "x", count: 16_385) : "")
    }

    private func headers(of example: Example) -> [String: String] {
        switch example {
        case .noToken: [:]
        case .ingested, .failed: ["authorization": "Bearer \(World.token)", "prefer": "wait=60"]
        default: ["authorization": "Bearer \(World.token)"]
        }
    }

    private static let earlier = noon.advanced(byMicroseconds: -Microseconds.hour)

    private static let runs = [
        Run(
            id: Desk.runID(1), source: .apify, platform: .tiktok, state: .succeeded, startedAt: noon,
            finishedAt: noon.advanced(byMicroseconds: 40 * Microseconds.second), scrapedAt: noon,
            apifyRunID: "made-up-run", counts: ItemCounts(observed: 188, duplicate: 9, rejected: 3), costUSD: 0.46),
        Run(id: Desk.runID(2), source: .apify, state: .running, startedAt: earlier),
        Run(
            id: Desk.runID(3), source: .apify, state: .failed, startedAt: earlier,
            error: "Apify refused the credentials."),
    ]
}
