import Apify
import HTTPClient
import LoopbackServer
import Reels
import System
import Testing

@Suite struct `A run asked of Apify` {
    @Test func `is started by one POST with the input and the token in its head`() throws {
        var script = try ClientScript(ClientScript.run(#""status":"READY","defaultDatasetId":"d1""#, "201 Created"))
        let input = Array(#"{"resultsLimit":9}"#.utf8)
        let run = try script.client.startRun(actorID: "made~up", input: input, timeoutSeconds: 600)
        #expect(run.id == "r1" && run.status == .ready && run.datasetID == "d1")
        #expect(script.asked == ["POST /v2/actors/made~up/runs?timeout=600"])
        let request = script.server.requests.withLock { $0[0] }
        #expect(request.contains("\r\nAuthorization: Bearer \(ClientScript.token)\r\n"))
        #expect(request.contains("\r\nContent-Type: application/json\r\n"))
        #expect(request.hasSuffix(#"{"resultsLimit":9}"#))
    }

    static let failedStarts: [(ClientScript.Reply, ApifyError.Verdict)] = [
        (ClientScript.error("500 Internal Server Error"), .unclear), (ClientScript.error("408 Timeout"), .unclear),
        (ClientScript.error("429 Too Many Requests"), .notDone), (ClientScript.error("402 Payment Required"), .refused),
        (ClientScript.silence, .unclear), (ClientScript.run("", "201 Created"), .unclear),
        (ClientScript.json("", "204 No Content"), .unclear), (ClientScript.json("<html>", "200 OK"), .unclear),
    ]

    @Test(arguments: failedStarts)
    func `is started once, whatever the answer`(reply: ClientScript.Reply, verdict: ApifyError.Verdict) throws {
        var script = try ClientScript(reply)
        let error = #expect(throws: ApifyError.self) {
            try script.client.startRun(actorID: "a", input: [], timeoutSeconds: 1)
        }
        #expect(error?.verdict == verdict)
        #expect(script.asked.count == 1 && script.waits.isEmpty)
    }

    @Test func `tells all that it has to tell`() throws {
        var script = try ClientScript(
            ClientScript.run(
                """
                "actId":"a1","status":"TIMED-OUT","statusMessage":"Too slow","startedAt":"2026-06-12T00:00:00.000Z",
                "finishedAt":"2026-06-12T00:10:00.500Z","defaultDatasetId":"d1","defaultKeyValueStoreId":"k1",
                "usageTotalUsd":0.0123,"stats":{}
                """))
        let run = try script.client.run(id: "r1", waitSeconds: 60, mayBeNew: false)
        #expect(run.actorID == "a1" && run.status == .timedOut && run.status.isFinal)
        #expect(run.statusMessage == "Too slow")
        #expect(run.startedAt == Instant(iso8601: "2026-06-12T00:00:00Z"))
        #expect(run.finishedAt == Instant(iso8601: "2026-06-12T00:10:00.5Z"))
        #expect(run.datasetID == "d1" && run.storeID == "k1")
        #expect(run.usageTotalUSD == 0.0123)
    }

    @Test(arguments: ["null", "1e999", "-1", #""0.5""#, "true"])
    func `has no cost where that is no sum of money`(cost: String) throws {
        var script = try ClientScript(ClientScript.run(#""status":"SUCCEEDED","usageTotalUsd":\#(cost)"#))
        #expect(try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false).usageTotalUSD == nil)
    }

    @Test(arguments: [(-1, 0), (0, 0), (60, 60), (61, 60)])
    func `is waited for at most 60 seconds at a time`(seconds: Int, asked: Int) throws {
        var script = try ClientScript(ClientScript.run())
        _ = try script.client.run(id: "r1", waitSeconds: seconds, mayBeNew: false)
        #expect(script.asked == ["GET /v2/actor-runs/r1?waitForFinish=\(asked)"])
    }

    @Test func `is asked for again for 5 seconds while it may be too new to be found`() throws {
        let unknown = ClientScript.error("404 Not Found", "record-not-found")
        var script = try ClientScript([unknown, unknown, ClientScript.run()])
        #expect(try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: true).id == "r1")
        #expect(script.waits == [.milliseconds(500), .milliseconds(500)])

        var gone = try ClientScript(unknown)
        let error = #expect(throws: ApifyError.self) {
            try gone.client.run(id: "r1", waitSeconds: 0, mayBeNew: true)
        }
        #expect(error?.isNotFound == true)
        #expect(gone.waits.reduce(.zero, +) == .seconds(5))
    }

    @Test func `is not asked for again where it is not new`() throws {
        var script = try ClientScript(ClientScript.error("404 Not Found", "record-not-found"))
        let error = #expect(throws: ApifyError.self) {
            try script.client.run(id: "r1", waitSeconds: 0, mayBeNew: false)
        }
        #expect(error?.isNotFound == true && script.asked.count == 1)
    }

    @Test func `is aborted gracefully, and again after trouble`() throws {
        var script = try ClientScript(
            ClientScript.error("502 Bad Gateway"), ClientScript.run(#""status":"ABORTING""#))
        #expect(try script.client.abortRun(id: "r1").status == .aborting)
        #expect(script.asked == Array(repeating: "POST /v2/actor-runs/r1/abort?gracefully=true", count: 2))
    }

    @Test(arguments: [
        ("made~up", "made~up"), ("a-b_C9", "a-b_C9"), ("../x?y=1#z", "%2E%2E%2Fx%3Fy%3D1%23z"), ("ü\n", "%C3%BC%0A"),
    ])
    func `has a name that stays one segment of a path`(id: String, segment: String) throws {
        var script = try ClientScript(ClientScript.run())
        _ = try script.client.run(id: id, waitSeconds: 0, mayBeNew: false)
        #expect(script.asked == ["GET /v2/actor-runs/\(segment)?waitForFinish=0"])
    }

    @Test func `had an input, where there still is one`() throws {
        var script = try ClientScript(ClientScript.error("500 Oh"), ClientScript.json(#"{"a": 1}"#))
        #expect(try script.client.input(storeID: "k1") == Array(#"{"a": 1}"#.utf8))
        #expect(script.asked.last == "GET /v2/key-value-stores/k1/records/INPUT?disableRedirect=true")

        var gone = try ClientScript(ClientScript.error("404 Not Found", "record-not-found"))
        #expect(try gone.client.input(storeID: "k1") == nil)
        #expect(gone.asked.count == 1)
    }

    @Test(arguments: [(1 << 20, true), (1 << 20 + 1, false)])
    func `had an input of at most 1 MiB`(length: Int, isThere: Bool) throws {
        var script = try ClientScript(ClientScript.json(String(repeating: " ", count: length)))
        #expect(try (script.client.input(storeID: "k1") != nil) == isThere)
        #expect(script.asked.count == 1)
    }
}
