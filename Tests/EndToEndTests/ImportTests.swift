import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// A dataset on its way to the page.
    @Suite(.sharedStack())
    struct ImportTests {
        let stack: Stack

        init() throws {
            stack = try #require(Stack.shared)
        }

        @Test
        func `an imported dataset is on the page within seconds, ranked`() async throws {
            #expect(try stack.get("/performance").status == 200)
            let run = try stack.ingest(["import", try file(dataset), "--observed-at", "2026-05-03T12:00:00Z"])
            #expect(run.ending == .exited(0), "\(run.output)")
            // Both responders, who take turns, at addresses that nginx has not kept.
            var limit = 1_000
            let isThere = try await eventually(within: .seconds(1)) {
                try (1...4).allSatisfy { _ in
                    limit += 1
                    return try stack.get("/reels/performance?limit=\(limit)").text.contains("7400000000000000003")
                }
            }
            #expect(isThere)
            // What it has kept it sends for a second, and counts whole ones.
            let isOnPage = try await eventually(within: .seconds(3)) {
                try ["/performance", "/reels/performance"].allSatisfy {
                    try stack.get($0).text.contains("7400000000000000003")
                }
            }
            #expect(isOnPage)
            let list = try stack.get("/reels/performance").json(PerformanceAnswer.self)
            #expect(list.dataset == "live")
            // The third has the most of everything by the hour, the first the least.
            #expect(list.items.map(\.reel_id) == ["7400000000000000003", "7400000000000000002", "7400000000000000001"])
            #expect(list.items.map(\.performance_score) == [100, 50, 0])
        }

        @Test
        func `a file that is no dataset is refused and changes nothing`() throws {
            let before = try stack.get("/ingest/status").text
            let run = try stack.ingest(["import", try file("no dataset at all")])
            #expect(run.ending == .exited(65))
            #expect(run.output.split(separator: "\n").count == 1, "\(run.output)")
            #expect(try stack.get("/ingest/status").text == before)
        }

        private func file(_ text: String) throws -> String {
            let path = "\(stack.checkout.path)/\(Hexadecimal.text(SecureRandom.bytes(4))).json"
            try File.write(Array(text.utf8), to: path)
            return path
        }

        /// Three videos of one hour, the later in the list the better.
        private var dataset: String {
            let items = (1...3).map { number in
                """
                {"id": "740000000000000000\(number)", "text": "video \(number)", "createTimeISO": "2026-05-02T12:00:00.000Z",
                 "webVideoUrl": "https://www.tiktok.com/@maker.one/video/740000000000000000\(number)",
                 "authorMeta": {"name": "maker.one"}, "videoMeta": {"duration": 12}, "isSlideshow": false,
                 "playCount": \(number * 10_000), "diggCount": \(number * number * 500), "commentCount": \(number * 10),
                 "shareCount": \(number * 10), "collectCount": 0}
                """
            }
            return "[\(items.joined(separator: ",\n"))]"
        }
    }
}
