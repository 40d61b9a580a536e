import ApifyStandIn
import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// Each alert fires by the fault that it is for, in a real Prometheus, and none while all is well.
    @Suite
    struct AlertTests {
        @Test func `every alert fires by its fault, and none without`() async throws {
            var stale = RunScript(.reels(40))
            stale.finishedAt = HostedTime.hoursAgo(20)
            try await WatchedStack.with(stale) { watched in
                let drill = try await Drill(watched)
                try await drill.expect("ShortPulseDataStale")
                try await watched.run(RunScript(.reels(5_000)))
                try await drill.expectSilence()
                try await drill.failIngestion()
                try await drill.killResponders()
                try await drill.loseDatabase()
                try await drill.freezeResponders()
                #expect(drill.fired == Set(try Self.alerts()))
                try drill.checkNames(in: ["monitoring/alerts.yml", "monitoring/dashboard.json"])
            }
        }

        @Test func `the operator's page says of each alert what it means, and of no other`() throws {
            let page = try Checkout.text("docs/operations.md").split(separator: "\n")
            let told = page.filter { $0.hasPrefix("| `ShortPulse") }.compactMap { line in
                line.split(separator: "`").dropFirst().first.map(String.init)
            }
            #expect(told == (try Self.alerts()))
            #expect(told.count == 12)
        }

        @Test(arguments: [("rules", "alerts"), ("config", "prometheus")])
        func `Prometheus takes the rules, and the example of its settings`(check: String, file: String) throws {
            let said = try Program.run("promtool", ["check", check, "\(Checkout.original)/monitoring/\(file).yml"])
            #expect(said.ending == .exited(0), "\(said.output)")
        }

        private static func alerts() throws -> [String] {
            try Checkout.text("monitoring/alerts.yml").split(separator: "\n")
                .filter { $0.contains("- alert: ") }.compactMap { $0.split(separator: " ").last.map(String.init) }
        }
    }
}
