import FoundationEssentials
import RunningStack
import System
import Testing

/// Runs of one feed that can be told apart in every answer: each sees the same reels, and each reel's views end with
/// the number of the run.
final class NumberedFeed {
    static let reels = 300
    /// Views are a multiple of it, and the number of the run.
    static let modulus: Int64 = 1_000

    private let stack: Stack
    private let published = NumberedFeed.text(.now.addingTimeInterval(-2 * 86_400))
    /// Of the last run that came in, counted from 1.
    private(set) var number: Int64 = 0
    /// How often the database was away when a run was due.
    private(set) var refusals = 0
    private(set) var isUpToDate = false

    init(stack: Stack) {
        self.stack = stack
    }

    /// Brings in the first, and waits until both responders show it at every address.
    func bringFirst() async throws {
        try bringNext()
        try #require(isUpToDate)
        // Both responders, at addresses that nginx has not kept, and what it has.
        let kept = ["/reels/performance", "/performance"]
        var limit = 1_000
        let isShown = try await eventually(within: .seconds(10)) {
            let lists = (1...4).map { "/reels/performance?limit=\(limit + $0)" }
            limit += 4
            return try (lists + kept).allSatisfy { try stack.get($0).text.contains("7400000000000000001") }
        }
        try #require(isShown)
    }

    /// Brings in the next one; where the database is away, it stays due.
    func bringNext() throws {
        let next = number + 1
        let file = "\(stack.checkout.path)/run.json"
        try File.write(Array(dataset(next).utf8), to: file)
        let run = try stack.ingest(["import", file, "--observed-at", Self.text(.now)])
        isUpToDate = run.ending == .exited(0)
        if isUpToDate {
            number = next
        } else {
            #expect(run.ending == .exited(69), "\(run.output)")
            refusals += 1
        }
    }

    private func dataset(_ run: Int64) -> String {
        let items = (1...Int64(Self.reels)).map { reel in
            """
            {"id": "\(7_400_000_000_000_000_000 + reel)", "text": "video \(reel)", "createTimeISO": "\(published)",
             "webVideoUrl": "https://www.tiktok.com/@maker/video/\(7_400_000_000_000_000_000 + reel)",
             "authorMeta": {"name": "maker"}, "videoMeta": {"duration": 12}, "isSlideshow": false,
             "playCount": \(reel * 7 * Self.modulus + run), "diggCount": \(reel * reel), "commentCount": \(reel),
             "shareCount": \(reel), "collectCount": 0}
            """
        }
        return "[\(items.joined(separator: ","))]"
    }

    private static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
