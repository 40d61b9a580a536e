import Reels
import Scoring
import Site
import Testing

private func run(_ number: Int, _ state: RunState = .succeeded, hour: Int64 = 0) -> Run {
    Run(
        id: Desk.runID(number), source: .apify, platform: .tiktok, state: state,
        startedAt: noon.advanced(byMicroseconds: hour * Microseconds.hour), finishedAt: noon, scrapedAt: noon,
        apifyRunID: "apify\(number)", counts: ItemCounts(observed: 54, duplicate: 2, rejected: 1), costUSD: 0.12344,
        error: nil)
}

struct HealthTests {
    private let world = World()

    @Test("with data and a database it is ok, and says how old the data is")
    func ok() {
        world.shelf.put(Observation.many(5))
        let response = world.ask("/health")
        #expect(response.status == 200)
        #expect(response["Cache-Control"] == "no-store")
        #expect(
            response.text
                == #"{"status":"ok","environment":"test","database":"ok","data_age_seconds":3600}"#)
    }

    @Test("without the database it is degraded as long as something can be served")
    func degraded() {
        world.shelf.put(Observation.many(5))
        world.desk.set { $0.isReachable = false }
        let response = world.ask("/health")
        #expect(response.status == 200)
        #expect(
            response.text
                == #"{"status":"degraded","environment":"test","database":"unreachable","data_age_seconds":3600}"#)
    }

    @Test("503 only when nothing can be served", arguments: [true, false])
    func nothing(isReachable: Bool) {
        world.desk.set { $0.isReachable = isReachable }
        let response = world.ask("/health")
        #expect(response.status == 503)
        #expect(response["Retry-After"] == "5")
        #expect(response.text.hasPrefix(#"{"status":"degraded","#))
        #expect(response.text.hasSuffix(#""data_age_seconds":null}"#))
    }

    @Test("the age is of live data, of the sample when only that is shown, and null of no data")
    func age() {
        world.shelf.put([])
        #expect(world.ask("/health").status == 200)
        #expect(world.ask("/health").text.hasSuffix(#""data_age_seconds":null}"#))
        world.shelf.put(
            [.sample("s", hoursOld: 9, views: 1, scrapedAt: noon.advanced(byMicroseconds: -7_500_000))], in: .sample)
        #expect(world.ask("/health").text.hasSuffix(#""data_age_seconds":3607}"#))
        world.shelf.put([.sample("l", hoursOld: 9, views: 1)])
        #expect(world.ask("/health").text.hasSuffix(#""data_age_seconds":3600}"#))
    }
}

struct IngestReadTests {
    private let world = World()

    @Test("the status is written with every field")
    func status() {
        let response = world.ask("/ingest/status")
        #expect(response["Cache-Control"] == "no-store")
        #expect(
            response.text == """
                {"last_scraped_at":"2026-05-01T12:00:00Z","last_apify_run_id":"abc","events_last_run":3,\
                "total_raw_events":3000000000,"latest_state_count":5,"reels_published_last_7d":4,\
                "newest_run_state":"running"}
                """)
    }

    @Test("a run is written with every field")
    func oneRun() {
        world.desk.set { $0.runs = [run(1)] }
        #expect(
            world.ask("/ingest/runs/\(Desk.runID(1))").text == """
                {"id":"00000000-0000-4000-8000-000000000001","source":"apify","platform":"tiktok","state":"succeeded",\
                "started_at":"2026-05-01T12:00:00Z","finished_at":"2026-05-01T12:00:00Z",\
                "scraped_at":"2026-05-01T12:00:00Z","apify_run_id":"apify1","items_received":57,"items_observed":54,\
                "items_duplicate":2,"items_rejected":1,"cost_usd":0.1234,"error":null}
                """)
        #expect(world.ask("/ingest/runs/\(Desk.runID(2))").status == 404)
    }

    @Test("runs come newest first, some at a time, none twice though new ones begin")
    func runs() throws {
        world.desk.set { $0.runs = (0..<7).map { run($0, hour: Int64($0 / 2)) } }
        var seen: [String] = []
        var cursor: String?
        repeat {
            let text = world.ask("/ingest/runs?limit=2" + (cursor.map { "&cursor=\($0)" } ?? "")).text
            seen += text.split(separator: "{\"id\":\"").dropFirst().map { String($0.prefix(36)) }
            cursor = text.split(separator: "\"next_cursor\":\"").dropFirst().last.map {
                String($0.prefix { $0 != "\"" })
            }
            world.desk.set { $0.runs.append(run(50 + $0.runs.count, hour: 9)) }
        } while cursor != nil
        #expect(seen == (0..<7).reversed().map(Desk.runID))
    }

    @Test("no run at all is an empty list, and 50 are shown unasked")
    func limits() {
        #expect(world.ask("/ingest/runs").text == #"{"runs":[],"next_cursor":null}"#)
        world.desk.set { $0.runs = (0..<60).map { run($0) } }
        #expect(world.ask("/ingest/runs").text.split(separator: "{\"id\"").count == 51)
        #expect(world.ask("/ingest/runs?limit=500").text.split(separator: "{\"id\"").count == 61)
    }

    @Test(
        "without the database they are 503 with Retry-After",
        arguments: ["/ingest/status", "/ingest/runs", "/ingest/runs/\(Desk.runID(1))"])
    func unavailable(path: String) {
        world.desk.set { $0.isReachable = false }
        let response = world.ask(path)
        #expect(response.status == 503)
        #expect(response["Retry-After"] == "5")
        #expect(response["Content-Type"] == "application/problem+json")
        #expect(response["Cache-Control"] == "no-store")
    }
}
