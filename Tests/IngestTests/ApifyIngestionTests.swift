import Apify
import HTTPClient
import Ingest
import LoopbackServer
import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

struct ApifyIngestionTests {
    @Test("a run is started once, awaited, fetched page by page and stored at the remote end's time")
    func wholeRun() throws {
        let (report, requests) = try ingest { request in
            switch true {
            case request.hasPrefix("POST"): remote("RUNNING", "201 Created")
            case request.contains("/v2/actor-runs/"): remote("SUCCEEDED")
            case request.contains("offset=0&"): page((0..<250).map { Fixture.item("\($0)", views: 1) }, total: 251)
            default: page([Fixture.item("250", views: 1)], total: 251)
            }
        }
        #expect(report?.run.counts == ItemCounts(observed: 251))
        #expect(report?.run.state == .succeeded && report?.run.apifyRunID == "remote1")
        #expect(report?.run.scrapedAt == Instant(iso8601: "2026-06-12T00:00:00Z"))
        #expect(requests.filter { $0.hasPrefix("POST /v2/actors/made~up/runs") }.count == 1)
        #expect(requests.allSatisfy { $0.contains("Authorization: Bearer token1") })
        #expect(requests.allSatisfy { !$0.prefix { !$0.isNewline }.contains("token1") })
    }

    @Test(
        "how the remote run ended decides how the run ends",
        arguments: [
            ("SUCCEEDED", 1, RunState.succeeded), ("TIMED-OUT", 1, .partial), ("ABORTED", 1, .partial),
            ("FAILED", 1, .partial),
            ("SUCCEEDED", 0, .empty), ("FAILED", 0, .failed), ("ABORTED", 0, .failed),
        ])
    func ends(status: String, count: Int, state: RunState) throws {
        try TestDatabase.with { test in
            let (_, _) = try ingest(into: test) { request in
                if request.hasPrefix("POST") { return remote(status, "201 Created") }
                return request.contains("/items")
                    ? page((0..<count).map { Fixture.item("\($0)", views: 1) }, total: count) : remote(status)
            }
            let connection = try test.connect()
            let newest = try #require(try RunStore(schema: test.schema).newest(limit: 1, connection).first)
            #expect(newest.state == state)
            #expect((newest.error != nil) == (state == .failed || state == .partial))
        }
    }

    @Test("Apify's names for the run are stored before it is awaited")
    func names() throws {
        try TestDatabase.with { test in
            let seen = Lock([String]())
            _ = try ingest(into: test) { request in
                if request.hasPrefix("POST") { return remote("RUNNING", "201 Created") }
                if request.contains("/v2/actor-runs/"), let connection = try? test.connect() {
                    let rows = try? connection.execute(
                        "SELECT apify_run_id || ' ' || apify_dataset_id || ' ' || state FROM \(unescaped: test.name).ingestion_runs"
                    )
                    if let text = rows?.text(0, 0) { seen.withLock { $0.append(text) } }
                }
                return request.contains("/items") ? page([], total: 0) : remote("SUCCEEDED")
            }
            #expect(seen.withLock { $0 } == ["remote1 d1 running"])
        }
    }

    @Test("a remote run that never ends is given up, and asked about with pauses")
    func endless() throws {
        try TestDatabase.with { test in
            let clock = Lock(Fixture.now)
            let server = try LoopbackServer { remote("RUNNING", $0.hasPrefix("POST") ? "201 Created" : "200 OK") }
            let feed = ApifyFeed(
                token: BearerToken("token1"), base: server.url, actorID: "a", input: "{}", timeoutSeconds: 5)
            let ingestion = ApifyIngestion(
                database: test.database, schema: test.schema, feed: feed, now: { clock.withLock { $0 } },
                pause: { pause in
                    clock.withLock { $0 = $0.advanced(byMicroseconds: Int64(pause / .microseconds(1))) }
                })
            #expect(throws: ApifyError.self) { try ingestion.run(id: SecureRandom.uuid(), progress: { _ in }) }
            #expect(server.requests.withLock { $0.count } < 150)
        }
    }

    @Test("a refused start fails the run, asks once, and says what to check without the token")
    func refused() throws {
        try TestDatabase.with { test in
            let (_, requests) = try ingest(into: test) { _ in
                LoopbackServer.reply(
                    "401 Unauthorized", body: Array(#"{"error":{"type":"invalid-token","message":"token1"}}"#.utf8))
            }
            #expect(requests.count == 1)
            let connection = try test.connect()
            let run = try #require(try RunStore(schema: test.schema).newest(limit: 1, connection).first)
            #expect(run.state == .failed)
            #expect(run.error?.contains("check APIFY_API_TOKEN") == true && run.error?.contains("token1") == false)
        }
    }

    @Test("a dataset that answers late is asked for again")
    func transientTrouble() throws {
        let turns = Lock(0)
        let (report, _) = try ingest { request in
            if request.hasPrefix("POST") { return remote("SUCCEEDED", "201 Created") }
            let turn = turns.withLock { turn in
                turn += 1
                return turn
            }
            switch turn {
            case 1: return LoopbackServer.reply("500 Internal Server Error", body: Array("<html>".utf8))
            case 2: return LoopbackServer.reply("429 Too Many Requests")
            case 3, 4: return page([], total: 0)
            default: return page([Fixture.item("1", views: 1)], total: 1)
            }
        }
        #expect(report?.run.counts == ItemCounts(observed: 1))
    }

    private func ingest(
        _ answer: @escaping @Sendable (String) -> LoopbackServer.Reply
    ) throws -> (RunReport?, [String]) {
        try TestDatabase.with { test in try ingest(into: test, answer) }
    }

    /// Runs against a server that answers as told; no report where the run failed.
    private func ingest(
        into test: TestDatabase, _ answer: @escaping @Sendable (String) -> LoopbackServer.Reply
    ) throws -> (RunReport?, [String]) {
        let server = try LoopbackServer(answer: answer)
        let feed = ApifyFeed(
            token: BearerToken("token1"), base: server.url, actorID: "made~up",
            input: ApifyFeed.recommendedInput(maximumResults: 9), timeoutSeconds: 60)
        let ingestion = ApifyIngestion(
            database: test.database, schema: test.schema, feed: feed, now: { Fixture.now }, pause: { _ in })
        var report: RunReport?
        do {
            report = try ingestion.run(id: SecureRandom.uuid(), progress: { _ in })
        } catch is ApifyError {
            // The run's row says what happened.
        }
        return (report, server.requests.withLock { $0 })
    }
}

private func remote(_ status: String, _ http: String = "200 OK") -> LoopbackServer.Reply {
    let body = """
        {"data":{"id":"remote1","actId":"a","status":"\(status)","defaultDatasetId":"d1","finishedAt":"2026-06-12T00:00:00.000Z"}}
        """
    return LoopbackServer.reply(http, ["Content-Type: application/json"], body: Array(body.utf8))
}

private func page(_ items: [String], total: Int) -> LoopbackServer.Reply {
    LoopbackServer.reply(
        "200 OK", ["Content-Type: application/jsonl", "X-Apify-Pagination-Total: \(total)"],
        body: Array(items.joined(separator: "\n").utf8))
}
