import ApifyStandIn
import FoundationEssentials
import HTTPClient
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// What an operator does beside `listen`, over HTTP and in a second terminal.
    @Suite(.sharedFedStack)
    struct OperationTests {
        let fed: FedStack

        init() async throws {
            fed = try #require(FedStack.shared)
            try await fed.rest()
        }

        /// Puts a gate before the next run's second page, which waits there while `body` works.
        func meanwhile(_ body: (Gate) async throws -> Void) async throws {
            let gate = Gate()
            fed.apify.plan.withLock { $0 = gate.planBeforeSecondPage() }
            defer {
                fed.apify.plan.withLock { $0 = Plan() }
                gate.open()
            }
            try await body(gate)
            gate.open()
            try await fed.rest()
        }

        @Test
        func `an operator has a run started, and a second one meanwhile is refused`() async throws {
            let bill = fed.apify.startedRuns().count
            try await meanwhile { gate in
                let answer = try fed.askForRun()
                #expect(answer.status == 202)
                let address = try #require(answer.head.header("Location"))
                #expect(address.hasPrefix("/ingest/runs/"))
                #expect(gate.isReached())
                #expect(try fed.stack.get(address).json(RunAnswer.self).state == "running")
                let second = try fed.askForRun()
                #expect(second.status == 409)
                #expect(second.text.contains(address))
                let stranger = [(name: "Authorization", value: "Bearer a token of somebody else's")]
                #expect(try fed.stack.post("/ingest/run", headers: stranger).status == 401)
                gate.open()
                try await fed.rest()
                #expect(try fed.stack.get(address).json(RunAnswer.self).state == "succeeded")
            }
            #expect(fed.apify.startedRuns().count == bill + 1)
        }

        @Test
        func `who prefers to wait is told what came of it`() throws {
            struct Outcome: Decodable {
                let ingested_count: Int
                let apify_run_id: String
            }
            let answer = try fed.askForRun(headers: [("Prefer", "wait=20")])
            #expect(answer.status == 200)
            let outcome = try answer.json(Outcome.self)
            #expect(outcome.ingested_count == 300)
            #expect(outcome.apify_run_id == fed.apify.startedRuns().last?.id)
        }

        @Test
        func `a browser without scripts is shown how far a run has come, and then its outcome`() async throws {
            let page = [(name: "Accept", value: "text/html")]
            try await meanwhile { gate in
                let form = page + [("Content-Type", "application/x-www-form-urlencoded")]
                let token = FedStack.operatorToken.replacing(" ", with: "+")
                let sent = try fed.stack.post("/ingest/run", body: "operator_token=\(token)", headers: form)
                #expect(sent.status == 303)
                let address = try #require(sent.head.header("Location"))
                #expect(gate.isReached())
                let progress = try fed.stack.get(address, headers: page)
                #expect(progress.contentType.hasPrefix("text/html"))
                #expect(progress.head.header("Refresh") == "2")
                let drawn = try draw(address)
                #expect(drawn.contains("Fetching 250 of 300") && drawn.contains("<progress"))
                gate.open()
                try await fed.rest()
                #expect(try fed.stack.get(address, headers: page).head.header("Refresh") == nil)
                let outcome = try draw(address)
                #expect(outcome.contains("<h1>Succeeded</h1>") && outcome.contains("See the reels"))
                #expect(!outcome.contains("<progress"))
            }
        }

        /// What Chromium makes of a page while its scripts are off, as markup.
        private func draw(_ path: String) throws -> String {
            let visit = try Browser.visit(fed.stack.address(path), ["--dump-dom"], withScripts: false)
            #expect(visit.ending == .exited(0))
            let complaints = visit.output.split(separator: "\n").filter { $0.contains(":CONSOLE") }
            #expect(complaints.isEmpty)
            return visit.output
        }

        @Test
        func `what a run has cost is filled in once it has settled`() async throws {
            // Neither the run's end nor the command's own look at the costs sees it. By the clock it is long settled.
            fed.script.withLock { script in
                script.settles = .questions(2)
                script.unsettledCost = nil
                script.finishedAt = Date.now.addingTimeInterval(-60).formatted(.iso8601)
            }
            defer { fed.script.withLock { $0 = RunScript(.reels(300)) } }
            #expect(try fed.askForRun(headers: [("Prefer", "wait=20")]).status == 200)
            let id = try #require(fed.apify.startedRuns().last?.id)
            let hasLooked = try await eventually(within: .seconds(10)) {
                fed.count { $0.path.hasSuffix("/actor-runs/\(id)") } == 2
            }
            #expect(hasLooked)
            let run = try #require(try fed.runs().first { $0.apify_run_id == id })
            #expect(run.cost_usd == nil)
            // It looks once a minute; and at its start.
            try Processes.kill(try Processes.ingest("listen", of: fed.stack.checkout))
            let isSettled = try await eventually(within: .seconds(20)) {
                try fed.stack.get("/ingest/runs/\(run.id)").json(RunAnswer.self).cost_usd == 0.25
            }
            #expect(isSettled)
        }

        @Test(
            "a program that crashes leaves no core, though its user allows one",
            arguments: [("ABRT", Int32(6)), ("SEGV", 11), ("QUIT", 3)])
        func crash(signal: String, number: Int32) async throws {
            let folder = "\(fed.stack.checkout.path)/crash-\(signal)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            try await meanwhile { gate in
                let output = try FileDescriptor.pipe()
                let program = try fed.start(["run"], in: folder, output: output.writing.rawValue)
                // Where a signal does not end it; nothing happens once it has ended.
                defer { try? program.send(.kill) }
                #expect(gate.isReached())
                #expect(try CoreLimit(of: Int(program.identifier)) == .nothing)
                try Processes.send(signal, [Int(program.identifier)])
                let hasEnded = try await eventually(within: .seconds(10)) { try program.endingIfOver() != nil }
                #expect(hasEnded)
                #expect(try program.endingIfOver() == .killed(signal: number))
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
                gate.open()
                #expect(try fed.ingest(["run"]).ending == .exited(0))
            }
        }
    }
}
