import Reels
import Scoring
import Site
import System
import Testing

private let routes: [(path: String, allow: String)] = [
    ("/", "GET, HEAD"), ("/performance", "GET, HEAD"), ("/creator-studio", "GET, HEAD"),
    ("/creators/tiktok/creator1", "GET, HEAD"),
    ("/media-library", "GET, HEAD"), ("/reels/performance", "GET, HEAD"), ("/health", "GET, HEAD"),
    ("/ingest/status", "GET, HEAD"), ("/ingest/runs", "GET, HEAD"), ("/ingest/runs/\(Desk.runID(1))", "GET, HEAD"),
    ("/ingest/run", "POST"),
]

struct RoutingTests {
    private let world = World()

    init() {
        world.shelf.put(Observation.many(5))
        world.desk.set { $0.runs = [Run(id: Desk.runID(1), source: .apify, state: .succeeded, startedAt: noon)] }
    }

    @Test("every route refuses every other method and says which it takes", arguments: routes)
    func wrongMethod(path: String, allow: String) {
        let accepted = Set(allow.split(separator: ", ").map(String.init))
        for method in [
            "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "", "\u{0}",
        ] {
            let response = world.ask(path, method: method)
            if accepted.contains(method) {
                #expect(response.status != 405)
            } else {
                #expect(response.status == 405)
                #expect(response["Allow"] == allow)
            }
        }
        #expect(world.desk.requests == 0)
    }

    @Test("HEAD gives the fields of GET with the length, and no body", arguments: routes.filter { $0.allow != "POST" })
    func head(path: String, allow: String) {
        let (get, head) = (world.ask(path), world.ask(path, method: "HEAD"))
        #expect(get.status == 200)
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head["Content-Length"] == String(get.body.count))
        #expect(get["Content-Length"] == nil)
        #expect(head.headers.dropLast().map(\.name) == get.headers.map(\.name))
    }

    @Test(
        "hostile and unknown paths find nothing",
        arguments: [
            ("", 400), ("performance", 400), ("*", 400), ("/reels/%00", 400), ("/%", 400), ("/%f", 400), ("/%zz", 400),
            ("/%FF", 400), ("/%C0%AF", 400), ("/..%2f", 404), ("/../performance", 404), ("/%2e%2e/performance", 404),
            ("//", 404), ("/performance/", 404), ("//performance", 404), ("/Performance", 404),
            ("/performance%2F", 404), ("/reels%2Fperformance", 404), ("/ingest/runs/", 404), ("/ingest/runs/1", 404),
            ("/ingest/runs/%27%3B--", 404), ("/ingest/runs/00000000-0000-4000-8000-00000000000A", 404),
            ("/ingest/runs/a/b", 404), ("/reels", 404), ("/\u{202E}", 404),
            ("/" + String(repeating: "a", count: 2_047), 404), ("/" + String(repeating: "a", count: 2_048), 414),
            ("/" + String(repeating: "/", count: 2_000), 404),
        ])
    func hostilePaths(path: String, status: Int) {
        let response = world.ask(path)
        #expect(response.status == status)
        #expect(response["Content-Type"] == "application/problem+json")
    }

    @Test("an overlong query is refused")
    func overlongQuery() {
        #expect(world.ask("/performance?utm=" + String(repeating: "a", count: 8_192)).status == 414)
        #expect(world.ask("/performance?utm=" + String(repeating: "a", count: 8_000)).status == 303)
    }

    @Test("an encoded path is the same path")
    func encodedPath() {
        #expect(world.ask("/%70erformance").status == 200)
        #expect(world.ask("/ingest%2Fruns").status == 404)
    }

    @Test(
        "API errors are problem+json, and pages for browsers; page errors are pages",
        arguments: [
            ("/reels/performance?window=1d", "", "application/problem+json"),
            ("/reels/performance?window=1d", "*/*", "application/problem+json"),
            ("/reels/performance?window=1d", "application/json, text/html;q=0.9", "application/problem+json"),
            ("/reels/performance?window=1d", "text/html;q=0", "application/problem+json"),
            ("/reels/performance?window=1d", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8"),
            ("/nowhere", "", "application/problem+json"), ("/nowhere", "text/html", "text/html; charset=utf-8"),
            ("/performance?window=1d", "", "text/html; charset=utf-8"),
            ("/performance?window=1d", "application/json", "text/html; charset=utf-8"),
        ])
    func errorForms(target: String, accept: String, type: String) {
        let response = world.ask(target, headers: ["accept": accept])
        #expect(response["Content-Type"] == type)
        #expect(response["Cache-Control"] == "no-store")
        #expect((response["Vary"] == "Accept") == !target.hasPrefix("/performance"))
    }

    @Test("a problem says what RFC 9457 wants said, and which parameter is to blame")
    func problem() {
        #expect(
            world.ask("/reels/performance?window=1d").text == """
                {"type":"about:blank","title":"Unprocessable Content","status":422,\
                "detail":"The parameter window must be one of 7d, 30d, 90d.","parameter":"window"}
                """)
        #expect(
            world.ask("/nowhere").text == """
                {"type":"about:blank","title":"Not Found","status":404,"detail":"There is nothing at this address."}
                """)
    }

    @Test("a stranger's parameter name comes back escaped and cut")
    func strangersName() {
        let text = world.ask("/reels/performance?%22%3Cb%3E=1&" + String(repeating: "x", count: 500)).text
        #expect(text.contains(#""parameter":"\"<b>""#))
        let page = world.ask("/reels/performance?%3Cscript%3E=1", headers: ["accept": "text/html"]).text
        #expect(!page.contains("<script>"))
        let long = world.ask("/reels/performance?" + String(repeating: "x", count: 500)).text
        #expect(long.contains("\"parameter\":\"" + String(repeating: "x", count: 64) + "\""))
    }

    @Test("an unforeseen error leaks nothing but a reference to the log")
    func unforeseen() throws {
        struct Secret: Error { let password = "hunter2" }
        let request = Request(method: "GET", path: "/health")
        let response = world.site.response(to: Secret(), of: request, audience: .programs)
        #expect(response.status == 500)
        #expect(!response.text.contains("hunter2"))
        let line = try #require(world.log.withLock { $0 }.first)
        let reference = String(line.prefix { $0 != ":" })
        #expect(reference.count == 12)
        #expect(line == "\(reference): GET /health: \(Secret())")
        #expect(response.text.contains("\"reference\":\"\(reference)\""))
        #expect(world.site.response(to: Secret(), of: request, audience: .people).status == 500)
    }
}
