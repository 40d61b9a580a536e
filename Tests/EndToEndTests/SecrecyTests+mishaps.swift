import ApifyStandIn
import RunningStack
import System
import Testing

/// What is said when something goes wrong.
extension EndToEndTests.SecrecyTests {
    /// Over HTTP, so that the pages tell of it.
    func haveRunRefused(_ stack: Stack, _ apify: ApifyStandIn, _ search: SecretSearch) throws {
        apify.plan.withLock { [token] in $0 = Plan { _ in .refuse(Mishap.refusal(401, token)) } }
        let headers = [(name: "Authorization", value: "Bearer \(operatorToken)"), ("Prefer", "wait=20")]
        let answer = try stack.post("/ingest/run", headers: headers)
        #expect(answer.status == 502 && answer.text.contains("check APIFY_API_TOKEN"), "\(answer.text)")
        try search.note("refused-run", answer.everything)
    }

    /// In a second terminal, in tables of their own.
    func haveMishaps(_ stack: Stack, _ apify: ApifyStandIn, _ search: SecretSearch) throws {
        let apart = ["SHORTPULSE_SCHEMA": "mishaps"]
        #expect(try stack.ingest(["migrate"], settings: apart).ending == .exited(0))
        for mishap in Mishap.atApify(repeating: token) + Mishap.ofSettings(token) + Mishap.ofWords {
            apify.plan.withLock { $0 = Plan(fault: mishap.fault) }
            let settings = apart.merging(mishap.settings) { $1 }
            try note(mishap, try stack.ingest(mishap.arguments, settings: settings), search)
        }
    }

    /// With databases that nobody gets into, and with one that lets in whoever has a password, whatever it is.
    func haveMishaps(withDatabasesOf stack: Stack, _ search: SecretSearch) throws {
        let open = try #require(try stack.databaseAddress)
            .replacing("postgresql://shortpulse@", with: "postgresql+psycopg://shortpulse:\(password)@")
        for mishap in Mishap.ofDatabases(password, open: open) {
            let run = try Program.run(
                "\(stack.checkout.path)/.build/release/shortpulse-ingest", mishap.arguments,
                environment: mishap.settings, in: stack.checkout.path)
            try note(mishap, run, search)
        }
        for path in ["/health", "/ingest/status", "/performance"] {
            let page = try page(path, of: "\(stack.checkout.path)/.build/release/shortpulse-web")
            #expect(page.ending == .exited(0) && page.output.contains("Connection refused"))
            try search.note("page-\(path.split(separator: "/").joined(separator: "-"))", page.output)
        }
    }

    /// A page as it is without a database, and what is logged besides.
    private func page(_ path: String, of program: String) throws -> Program {
        let environment = [
            "GATEWAY_INTERFACE": "CGI/1.1", "REQUEST_METHOD": "GET", "REQUEST_URI": path, "SERVER_PROTOCOL": "HTTP/1.1",
            "DATABASE_URL": "postgresql://u:\(password)@127.0.0.1:1/d", "SHORTPULSE_OPERATOR_TOKEN": operatorToken,
        ]
        return try Program.run(program, environment: environment)
    }

    private func note(_ mishap: Mishap, _ run: Program, _ search: SecretSearch) throws {
        #expect(run.ending == .exited(mishap.code), "\(mishap.name): \(run.output)")
        try search.note(mishap.name, run.output)
    }
}
