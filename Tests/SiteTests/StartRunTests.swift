import Reels
import Scoring
import Site
import System
import Testing

struct StartRunTests {
    private let world = World()
    private let bearer = ["authorization": "Bearer \(World.token)"]
    private let form = ["content-type": "application/x-www-form-urlencoded; charset=UTF-8"]
    private let formBody = "operator_token=correct+horse%20battery+staple"

    private func post(_ headers: [String: String] = [:], body: String = "", to target: String = "/ingest/run")
        -> Response
    {
        world.ask(target, method: "POST", headers: headers, body: body)
    }

    @Test("an operator's request is accepted with the run's address")
    func accepted() {
        let response = post(bearer)
        #expect(response.status == 202)
        #expect(response["Location"] == "/ingest/runs/00000000-0000-4000-8000-000000000001")
        #expect(response["Cache-Control"] == "no-store")
        #expect(response.text == #"{"id":"00000000-0000-4000-8000-000000000001"}"#)
        #expect(world.desk.requests == 1)
    }

    @Test(
        "the token comes in the header or in a form",
        arguments: [
            ("Bearer correct horse battery staple", "", "", 202),
            ("bearer  correct horse battery staple ", "", "", 202),
            ("", "application/x-www-form-urlencoded", "operator_token=correct+horse+battery+staple", 202),
            ("", "Application/X-WWW-Form-Urlencoded;charset=utf-8", "operator_token=correct+horse+battery+staple", 202),
            ("", "", "", 401), ("", "", "operator_token=correct+horse+battery+staple", 401),
            ("", "application/json", "operator_token=correct+horse+battery+staple", 401), ("Bearer", "", "", 401),
            ("Bearer ", "", "", 401), ("Bearer wrong", "", "", 401),
            ("Bearer correct horse battery stapl", "", "", 401), ("Bearer correct horse battery staple2", "", "", 401),
            ("Basic Y29ycmVjdA==", "", "", 401), ("correct horse battery staple", "", "", 401),
            ("", "application/x-www-form-urlencoded", "", 401),
            ("", "application/x-www-form-urlencoded", "operator_token=", 401),
            ("", "application/x-www-form-urlencoded", "operator_token=wrong", 401),
            ("Bearer wrong", "application/x-www-form-urlencoded", "operator_token=correct+horse+battery+staple", 401),
            ("", "application/x-www-form-urlencoded", "operator_token=a&operator_token=a", 422),
            ("", "application/x-www-form-urlencoded", "operator_token=%zz", 422),
            ("", "application/x-www-form-urlencoded", "token=x", 422),
        ])
    func tokens(authorization: String, type: String, body: String, status: Int) {
        var headers: [String: String] = [:]
        if !authorization.isEmpty { headers["authorization"] = authorization }
        if !type.isEmpty { headers["content-type"] = type }
        let response = post(headers, body: body)
        #expect(response.status == status)
        #expect((response["WWW-Authenticate"] != nil) == (status == 401))
        #expect(response["WWW-Authenticate"]?.hasPrefix("Bearer") ?? true)
        #expect(world.desk.requests == (status == 202 ? 1 : 0))
        #expect(!response.text.contains("correct"))
    }

    @Test("without a configured token nobody gets in, whatever is presented", arguments: [nil, ""] as [String?])
    func off(token: String?) {
        let world = World(token: token)
        for headers in [[:], ["authorization": "Bearer "], ["authorization": "Bearer x"]] {
            #expect(world.ask("/ingest/run", method: "POST", headers: headers).status == 403)
        }
        #expect(world.ask("/ingest/run", method: "POST", headers: form, body: "operator_token=").status == 403)
        #expect(world.desk.requests == 0)
    }

    @Test(
        "requests from other sites are refused though the token is right",
        arguments: [
            (["sec-fetch-site": "cross-site"], 403), (["sec-fetch-site": "same-site"], 403),
            (["sec-fetch-site": "same-origin"], 202), (["sec-fetch-site": "none"], 202),
            (["origin": "https://evil.example", "host": "pulse.example"], 403),
            (["origin": "null", "host": "pulse.example"], 403),
            (["origin": "https://pulse.example", "host": "pulse.example"], 202),
            (["origin": "http://Pulse.example:8080", "host": "pulse.example:8080"], 202),
            (["origin": "http://pulse.example:8081", "host": "pulse.example:8080"], 403),
            (["origin": "https://pulse.example.evil.example", "host": "pulse.example"], 403),
            (["origin": "https://pulse.example"], 403), (["origin": "https://", "host": ""], 403),
            (["origin": "https://pulse.example", "host": "pulse.example", "sec-fetch-site": "cross-site"], 403),
        ])
    func crossSite(headers: [String: String], status: Int) {
        #expect(post(bearer.merging(headers) { $1 }).status == status)
        #expect(post(form.merging(headers) { $1 }, body: formBody).status == status)
    }

    @Test("the token is not taken from the address, nor told again")
    func tokenInAddress() {
        let response = post(to: "/ingest/run?operator_token=correct+horse+battery+staple")
        #expect(response.status == 422)
        #expect(response.text.contains(#""parameter":"operator_token""#))
        #expect(!response.text.contains("correct"))
    }

    @Test("an endless or broken form is refused")
    func badForms() {
        #expect(post(form, body: String(repeating: "a", count: 16_385)).status == 413)
        let broken = Request(method: "POST", path: "/ingest/run", headers: form, body: [0xFF, 0x3D])
        #expect(world.site.respond(to: broken).status == 400)
    }

    @Test(
        "each outcome has its status",
        arguments: [
            (RunRequestOutcome.busy(runID: Desk.runID(7)), 409, nil), (.busy(runID: nil), 409, nil),
            (.noCredentials, 503, nil), (.unavailable(reason: "Nobody listens."), 503, "5"),
        ] as [(RunRequestOutcome, Int, String?)])
    func outcomes(outcome: RunRequestOutcome, status: Int, retryAfter: String?) {
        world.desk.set { $0.outcome = outcome }
        let response = post(bearer)
        #expect(response.status == status)
        #expect(response["Content-Type"] == "application/problem+json")
        #expect(response["Retry-After"] == retryAfter)
    }

    @Test("without the database it is 503 with Retry-After")
    func databaseAway() {
        world.desk.set { $0.isReachable = false }
        let response = post(bearer)
        #expect(response.status == 503)
        #expect(response["Retry-After"] == "5")
    }

    @Test(
        "Prefer: wait=N waits for the end and tells what came",
        arguments: ["wait=10", "respond-async, wait=10", "WAIT = 10"])
    func waits(preference: String) {
        world.desk.set {
            $0.runs = [
                Run(
                    id: Desk.runID(1), source: .apify, state: .partial, startedAt: noon, apifyRunID: "abc",
                    counts: ItemCounts(observed: 54))
            ]
            $0.looksUntilEnd = 5
        }
        let response = post(bearer.merging(["prefer": preference]) { $1 })
        #expect(response.status == 200)
        #expect(response.text == #"{"ingested_count":54,"apify_run_id":"abc"}"#)
        #expect(response["Preference-Applied"] == "wait")
        #expect(world.pauses.withLock { $0.count } == 5)
    }

    @Test(
        "a run that takes longer is accepted after the wait, at most a minute",
        arguments: [
            ("wait=2", 8), ("wait=0", 0), ("wait=60", 240), ("wait=99999999", 240), ("wait=x", 0), ("wait", 0),
            (";", 0), ("wait=99999999999999999999", 0),
        ])
    func waitsInVain(preference: String, looks: Int) {
        world.desk.set {
            $0.runs = [Run(id: Desk.runID(1), source: .apify, state: .queued, startedAt: noon)]
        }
        let response = post(bearer.merging(["prefer": preference]) { $1 })
        #expect(response.status == 202)
        #expect(response["Location"] == "/ingest/runs/\(Desk.runID(1))")
        #expect(world.pauses.withLock { $0.count } == looks)
    }

    @Test("a run that failed while it was waited for is a 502 that says why and where")
    func failed() {
        world.desk.set {
            $0.runs = [
                Run(id: Desk.runID(1), source: .apify, state: .failed, startedAt: noon, error: "No credit left.")
            ]
        }
        let response = post(bearer.merging(["prefer": "wait=1"]) { $1 })
        #expect(response.status == 502)
        #expect(response.text.contains("No credit left."))
        #expect(response["Location"] == "/ingest/runs/\(Desk.runID(1))")
    }

    @Test("a browser's form leads to the run's page, and a refusal is a page")
    func browser() {
        let headers = form.merging(["accept": "text/html,*/*;q=0.8"]) { $1 }
        let response = post(headers, body: formBody)
        #expect(response.status == 303)
        #expect(response.body.isEmpty)
        #expect(response["Location"] == "/ingest/runs/\(Desk.runID(1))")
        #expect(response["Cache-Control"] == "no-store")
        let refused = post(headers, body: "operator_token=wrong")
        #expect(refused.status == 401)
        #expect(refused["Content-Type"] == "text/html; charset=utf-8")
    }

    @Test("a browser that asks to wait is answered as a program is")
    func browserThatWaits() {
        world.desk.set {
            $0.runs = [Run(id: Desk.runID(1), source: .apify, state: .succeeded, startedAt: noon, apifyRunID: "abc")]
        }
        let response = post(bearer.merging(["accept": "text/html", "prefer": "wait=1"]) { $1 })
        #expect(response.status == 200)
        #expect(response.text == #"{"ingested_count":0,"apify_run_id":"abc"}"#)
    }

    @Test(
        "a browser that comes too early is led to the run that is under way",
        arguments: [
            (Desk.runID(7), "/ingest/runs/\(Desk.runID(7))", "How the run stands"), (nil, "/ingest/runs", "The runs"),
        ] as [(String?, String, String)])
    func busyForBrowsers(id: String?, address: String, words: String) {
        world.desk.set { $0.outcome = .busy(runID: id) }
        let response = post(form.merging(["accept": "text/html"]) { $1 }, body: formBody)
        #expect(response.status == 409)
        #expect(response["Content-Type"] == "text/html; charset=utf-8")
        #expect(response.text.contains("<a href=\"\(address)\" class=\"button button-primary\">\(words)</a>"))
        #expect(!post(bearer).text.contains("links"))
    }
}
