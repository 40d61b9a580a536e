import ApifyStandIn
import FoundationEssentials
import HTTPClient
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// What each process tells of itself.
    @Suite
    struct WatchingTests {
        @Test func `promtool finds nothing wrong with what a responder tells`() async throws {
            try await WatchedStack.with(RunScript(.reels(40))) { watched in
                _ = try watched.fed.stack.get("/performance")
                let file = "\(watched.fed.stack.checkout.path)/metrics"
                for text in try watched.metrics() {
                    try File.write(Array(text.utf8), to: file)
                    let check = try Program.run("/bin/sh", ["-c", "exec promtool check metrics <\"$0\"", file])
                    #expect(check.ending == .exited(0) && check.output == "", "\(check.output)")
                }
            }
        }

        @Test func `each responder tells of itself, on a listener of its own and on no other`() async throws {
            try await WatchedStack.with(RunScript(.reels(40))) { watched in
                let stack = watched.fed.stack
                for path in ["/metrics", "//metrics", "/./metrics", "/%6detrics", "/metrics?x", "/x/../metrics"] {
                    #expect(try stack.get(path).status == 404)
                }
                for port in watched.ports {
                    #expect(try SiteAnswer.of("http://127.0.0.1:\(port)/performance").status == 404)
                }
                for _ in 1...10 { _ = try stack.get("/reels/tiktok/none") }
                let line = #"shortpulse_requests_total{route="/reels/{platform}/{reel_id}",pool="slow",status="404"} "#
                let counts = try watched.metrics().map { text in
                    text.split(separator: "\n").first { $0.hasPrefix(line) }.flatMap { Int($0.dropFirst(line.count)) }
                }
                #expect(counts.compactMap { $0 }.reduce(0, +) == 10)
                #expect(counts.count { $0 != nil } == 2)
            }
        }

        @Test func `a line of the log names the request that it was written for, as the answer did`() async throws {
            try await FedStack.with(RunScript(.reels(3)), settings: ["SHORTPULSE_LOG": "json"]) { fed in
                try await fed.rest()
                let database = try Superuser(of: fed.stack)
                try database.execute("ALTER TABLE shortpulse.ingestion_runs RENAME TO aside")
                let answer = try fed.stack.get("/ingest/runs")
                try database.execute("ALTER TABLE shortpulse.aside RENAME TO ingestion_runs")
                #expect(answer.status == 503)
                let name = try #require(answer.head.header("X-Request-Id"))
                let line = try #require(
                    try fed.stack.output.split(separator: "\n").first { $0.contains(#""request_id":"\#(name)""#) })
                let record = try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
                #expect(record["program"] == "shortpulse-web" && record["level"] == "warning")
                #expect(record["message"]?.contains("ingestion_runs") == true)
            }
        }
    }
}
