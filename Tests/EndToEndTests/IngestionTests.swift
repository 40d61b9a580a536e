import ApifyStandIn
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// What `listen` does of its own accord, from Apify to the page.
    @Suite
    struct IngestionTests {
        @Test
        func `a feed that was never served is served at once, and replaces the sample without a restart`() async throws
        {
            let gate = Gate()
            try await FedStack.with(RunScript(.reels(600)), plan: gate.planBeforeSecondPage()) { fed in
                #expect(gate.isReached())
                #expect(try fed.stack.get("/reels/performance").json(PerformanceAnswer.self).dataset == "sample")
                gate.open()
                // Both responders, who take turns.
                let isLive = try await eventually(within: .seconds(30)) {
                    try (1...4).allSatisfy { _ in
                        let list = try fed.stack.get("/reels/performance").json(PerformanceAnswer.self)
                        return list.dataset == "live" && list.cohort_size == 600
                    }
                }
                #expect(isLive)
                #expect(try fed.stack.get("/performance").text.contains("paper.crane."))
                try await fed.rest()
                try tellsOfTheRun(fed)
            }
        }

        private func tellsOfTheRun(_ fed: FedStack) throws {
            let started = try #require(fed.apify.startedRuns().first)
            #expect(fed.apify.startedRuns().count == 1)
            let run = try #require(try fed.runs().first)
            #expect(try fed.runs() == [run])
            #expect(try fed.stack.get("/ingest/runs/\(run.id)").json(RunAnswer.self) == run)
            #expect(run.source == "apify" && run.state == "succeeded" && run.error == nil)
            #expect(run.apify_run_id == started.id)
            #expect(run.items_received == 600 && run.items_observed == 600)
            #expect(run.finished_at != nil)
            let status = try fed.stack.get("/ingest/status").json(StatusAnswer.self)
            #expect(status.last_apify_run_id == started.id)
            #expect(status.last_scraped_at == run.scraped_at && status.last_scraped_at != nil)
            #expect(status.events_last_run == 600 && status.total_raw_events == 600)
            #expect(status.latest_state_count == 600)
        }

        @Test
        func `listen that is killed in the middle of a run has it gone on with, and pays for no other`() async throws {
            let gate = Gate()
            try await FedStack.with(RunScript(.reels(600)), plan: gate.planBeforeSecondPage()) { fed in
                #expect(gate.isReached())
                let interrupted = try #require(try fed.runs().first)
                let listen = try Processes.ingest("listen", of: fed.stack.checkout)
                #expect(listen.count == 1)
                try Processes.kill(listen)
                let isGone = try await eventually(within: .seconds(10)) {
                    try !Processes.ingest("listen", of: fed.stack.checkout).contains { listen.contains($0) }
                }
                #expect(isGone)
                gate.open()
                let isDone = try await eventually(within: .seconds(30)) { try fed.runs().first?.state == "succeeded" }
                let said = try fed.stack.output
                #expect(isDone, "\(said)")
                #expect(try fed.runs().map(\.id) == [interrupted.id])
                #expect(try fed.runs().first?.items_observed == 600)
                #expect(fed.apify.startedRuns().count == 1)
                // What was kept before is not fetched again.
                #expect(fed.count { $0.operation == .listItems && $0.query["offset"] == "0" } == 1)
            }
        }
    }
}
