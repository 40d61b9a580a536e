import Apify
import HTTPClient
import LoopbackServer
import System
import Testing

@Suite struct `An error of the client` {
    static let statuses: [(status: Int, verdict: ApifyError.Verdict)] = [
        (400, .refused), (401, .refused), (402, .refused), (403, .refused), (404, .refused), (413, .refused),
        (301, .refused), (307, .refused), (429, .notDone), (408, .unclear), (500, .unclear), (502, .unclear),
        (504, .unclear), (202, .unclear), (204, .unclear),
    ]

    @Test(arguments: statuses)
    func `says by its status what is known of what was asked for`(status: Int, verdict: ApifyError.Verdict) {
        #expect(ApifyError("asking", status: status, problem: "trouble").verdict == verdict)
    }

    static let kinds: [(kind: HTTPClientError.Kind, verdict: ApifyError.Verdict, isRetried: Bool)] = [
        (.unreachable, .notDone, true), (.certificate, .notDone, false), (.badAddress, .notDone, false),
        (.badHeader, .notDone, false), (.timedOut, .unclear, true), (.interrupted, .unclear, true),
        (.tooLarge, .unclear, true), (.stopped, .unclear, true), (.unavailable, .unclear, false),
    ]

    @Test(arguments: kinds)
    func `says by what broke off what is known, and whether to ask again`(
        kind: HTTPClientError.Kind, verdict: ApifyError.Verdict, isRetried: Bool
    ) {
        let error = ApifyError(.start, HTTPClientError(kind, origin: "https://api.example.test", detail: "trouble"))
        #expect(error.verdict == verdict && error.status == nil && !error.isNotFound)
        #expect((RetryPolicy.delay(beforeRetry: 1, after: error) != nil) == isRetried)
    }

    @Test func `of a port where nobody listens knows that nothing was done`() throws {
        var client = try ActorClient(base: "http://127.0.0.1:1", token: BearerToken("t"), pause: { _ in })
        let error = #expect(throws: ApifyError.self) {
            try client.startRun(actorID: "a", input: [], timeoutSeconds: 1)
        }
        #expect(error?.verdict == .notDone)
        #expect(
            error?.description == "starting the actor: http://127.0.0.1:1: Couldn't connect to server; "
                + "check the network and APIFY_API_BASE")
    }

    @Test(arguments: ["http://example.test", "ftp://127.0.0.1", "http://127.0.0.1.example.test", "api.apify.com"])
    func `comes before anything is sent to an address that must not be asked`(base: String) throws {
        var client = try ActorClient(base: base, token: BearerToken("t"), pause: { _ in })
        let error = #expect(throws: ApifyError.self) {
            try client.startRun(actorID: "a", input: [], timeoutSeconds: 1)
        }
        #expect(error?.verdict == .notDone && error?.description.contains("APIFY_API_BASE") == true)
    }

    static let remedies: [(reply: ClientScript.Reply, words: String)] = [
        (ClientScript.error("401 Unauthorized", "invalid-token"), "401 (invalid-token); check APIFY_API_TOKEN"),
        (ClientScript.error("402 Payment Required", "not-enough-usage"), "402 (not-enough-usage); the account has no"),
        (ClientScript.error("403 Forbidden"), "403 (some-error); this token may not use that actor"),
        (ClientScript.error("404 Not Found", "record-not-found"), "404 (record-not-found); check APIFY_ACTOR_ID"),
        (ClientScript.error("400 Bad Request", "invalid-input"), "400 (invalid-input); check APIFY_INPUT_JSON"),
        (ClientScript.error("429 Too Many Requests"), "429 (some-error); try again later"),
        (LoopbackServer.reply("500 Oh", body: Array("<html>oh</html>".utf8)), "Apify answered 500; try again later"),
        (LoopbackServer.reply("302 Found", ["Location: /login"]), "302; check APIFY_API_BASE"),
    ]

    @Test(arguments: remedies)
    func `says in one line what to do`(reply: ClientScript.Reply, words: String) throws {
        var script = try ClientScript(reply)
        let error = try #require(throws: ApifyError.self) {
            try script.client.startRun(actorID: "a", input: [], timeoutSeconds: 1)
        }
        #expect(error.description.hasPrefix("starting the actor: Apify answered "))
        #expect(error.description.contains(words))
        #expect(!error.description.contains("\n"))
    }

    @Test(arguments: [ClientScript.token, "a\\nb", "a b", "<b>", "Bearer", String(repeating: "a", count: 61), ""])
    func `quotes of an answer nothing but a type that can be one`(type: String) throws {
        var script = try ClientScript(ClientScript.error("400 Bad Request", type, ["X-Echo: \(ClientScript.token)"]))
        let error = try #require(throws: ApifyError.self) {
            try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false)
        }
        #expect(error.description == "asking for the run: Apify answered 400")
        var dumped = ""
        dump(error, to: &dumped)
        #expect(!dumped.contains(ClientScript.token))
    }

    @Test func `of an answer that never ends is its status`() throws {
        let start = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 18)
        var endless = LoopbackServer.reply("403 Forbidden", body: start, declared: 1 << 40)
        endless.staysOpen = true
        var script = try ClientScript(endless)
        let before = MonotonicClock.now()
        let error = #expect(throws: ApifyError.self) {
            try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false)
        }
        #expect(error?.status == 403)
        // The deadline would take 30 s.
        #expect(MonotonicClock.now() - before < 15_000_000_000)
    }
}
