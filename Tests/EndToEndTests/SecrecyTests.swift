import ApifyStandIn
import FoundationEssentials
import Glibc
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// Who holds a secret tells nobody.
    @Suite
    struct SecrecyTests {
        let token = SecretSearch.madeUpSecret()
        let operatorToken = SecretSearch.madeUpSecret()
        let password = SecretSearch.madeUpSecret()

        @Test
        func `secrets are in no output, log, argument, query, table, page or file but the operator's own`() async throws
        {
            let search = try SecretSearch(for: [token, operatorToken, password])
            let gate = Gate()
            let apify = try ApifyStandIn(token: token, plan: gate.planBeforeSecondPage())
            apify.host(FedStack.actor, RunScript(.reels(300)))
            let checkout = try Checkout()
            try File.write(Array(settings(apify).utf8), to: "\(checkout.path)/.env", mode: 0o600)
            try await Stack.with(in: checkout) { stack in
                let server = try Superuser(of: stack)
                try server.logEverything()
                #expect(gate.isReached())
                try lookAtProcesses(stack, search)
                gate.open()
                try await askForRun(stack, search)
                try haveRunRefused(stack, apify, search)
                try haveMishaps(stack, apify, search)
                try haveMishaps(withDatabasesOf: stack, search)
                try readPages(stack, search)
                try search.note("dump.sql", try server.dump())
            }
            let log = try File.text("\(checkout.state)/log/postgresql.log")
            #expect(log.contains("-- feed.begin") && log.contains("application_name=shortpulse-ingest"))
            let found = try search.findings(in: [search.evidence, checkout.path, checkout.state])
            // What the operator wrote, and the copy for root's programs.
            let own = ["\(checkout.path)/.env"] + (geteuid() == 0 ? ["\(checkout.state)/work/.env"] : [])
            #expect(found == own.sorted())
        }

        private func settings(_ apify: ApifyStandIn) -> String {
            """
            APIFY_API_BASE=\(apify.url)
            APIFY_API_TOKEN=\(token)
            APIFY_ACTOR_ID=\(FedStack.actor)
            SHORTPULSE_OPERATOR_TOKEN=\(operatorToken)

            """
        }

        /// While a run is at work.
        private func lookAtProcesses(_ stack: Stack, _ search: SecretSearch) throws {
            let programs = try ["listen", "run"].flatMap { try Processes.ingest($0, of: stack.checkout) }
            let responders = try Processes.responders(of: stack.checkout)
            #expect(programs.count == 2 && responders.count == 2)
            for number in programs + responders { #expect(try CoreLimit(of: number) == .nothing) }
            try search.note("arguments", try Processes.commandLines().joined(separator: "\n"))
        }

        /// Has an ingestion asked for, in wrong ways and in the right one.
        private func askForRun(_ stack: Stack, _ search: SecretSearch) async throws {
            let isAtRest = try await eventually(within: .seconds(30)) {
                try stack.get("/ingest/runs").json(RunsAnswer.self).runs.allSatisfy { !$0.isActive }
            }
            #expect(isAtRest)
            let form = [(name: "Content-Type", value: "application/x-www-form-urlencoded"), ("Accept", "text/html")]
            let attempts: [(body: String, headers: [(name: String, value: String)], status: Int)] = [
                ("operator_token=\(operatorToken)x", form, 401),
                ("operator_token=\(operatorToken)&operator_token=\(operatorToken)", form, 422),
                ("", [("Authorization", "Basic \(operatorToken)")], 401),
                (String(repeating: operatorToken, count: 2_000), form, 413),
                ("operator_token=\(operatorToken)", form + [("Prefer", "wait=20")], 200),
            ]
            for (number, attempt) in attempts.enumerated() {
                let answer = try stack.post("/ingest/run", body: attempt.body, headers: attempt.headers)
                #expect(answer.status == attempt.status, "\(number): \(answer.text)")
                try search.note("answer-\(number)", answer.everything)
            }
        }

        private func readPages(_ stack: Stack, _ search: SecretSearch) throws {
            let runs = try stack.get("/ingest/runs").json(RunsAnswer.self).runs.map { "/ingest/runs/\($0.id)" }
            #expect(runs.count == 3)
            let paths = [
                "/", "/performance", "/creator-studio", "/media-library", "/health", "/reels/performance",
                "/ingest/status", "/ingest/runs", "/metrics", "/no/such/page",
            ]
            for (number, path) in (paths + runs).enumerated() {
                for type in ["text/html", "application/json"] {
                    let answer = try stack.get(path, headers: [("Accept", type)])
                    try search.note("page-\(number)-\(type.suffix(4))", answer.everything)
                }
            }
        }

        @Test(
            "the search finds a secret however it is written",
            arguments: [
                { $0 }, { String($0.prefix(20)) }, { String($0.dropFirst(20)) }, { $0.lowercased() },
                { Hexadecimal.text($0.utf8) }, { Hexadecimal.text($0.utf8).uppercased() },
                { Data($0.utf8).base64EncodedString() }, { Data(":\($0)".utf8).base64EncodedString() },
                { Data("u:\($0)".utf8).base64EncodedString() }, { "\0\($0)\0" },
            ] as [@Sendable (String) -> String])
        func finding(disguise: @Sendable (String) -> String) throws {
            let search = try SecretSearch(for: [token, password])
            #expect(try search.findings(in: [search.evidence]) == [])
            try search.note("other", "and nothing else")
            try search.note("log", "it is \(disguise(token)), they say")
            #expect(try search.findings(in: [search.evidence]) == ["\(search.evidence)/log"])
        }
    }
}

extension File {
    fileprivate static func text(_ path: String) throws -> String {
        String(decoding: try read(path, limit: 1 << 26), as: UTF8.self)
    }
}
