import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

struct WholeRunTests {
    @Test("a run is started once, awaited, fetched page by page and stored at the remote end's time")
    func wholeRun() throws {
        var script = RunScript(.reels(251, lastPublish: 1_781_000_000))
        script.runs = .questions(2)
        script.finishedAt = "2026-06-12T00:00:00.000Z"
        try World.with(script) { world in
            let report = try #require(world.run().report)
            #expect(report.run.counts == ItemCounts(observed: 251) && report.run.state == .succeeded)
            #expect(
                report.run.scrapedAt == Instant(iso8601: "2026-06-12T00:00:00Z") && report.run.platform == .instagram)
            let started = world.apify.startedRuns()
            #expect(started.map(\.id) == [report.run.apifyRunID])
            #expect(started.first?.input == Array(world.feed.input.utf8) && started.first?.query["timeout"] == "60")
            #expect(world.offsetsAsked == ["0", "250"])
            #expect(try world.stored().run == report.run)
            let surfaces = try world.lines(
                """
                SELECT DISTINCT source_surface || scraped_at_is_exact
                FROM \(unescaped: world.test.name).reels_raw_events
                """
            )
            #expect(surfaces == ["made~uptrue"])
            try world.expectBalance()
        }
    }

    @Test("the token goes out in a header of every request, and is nowhere else")
    func token() throws {
        try World.with(reels: 2) { world in
            world.disturb(.startRun, with: .refuse(.error(500, world.apify.token, world.apify.token)))
            world.disturb(.listItems, 1...9, with: .refuse(.error(500, world.apify.token, world.apify.token)))
            let failed = world.run()
            let exchanges = world.apify.exchanges
            #expect(exchanges.allSatisfy { $0.head.contains("\r\nAuthorization: Bearer \(world.apify.token)") })
            #expect(
                exchanges.allSatisfy {
                    !$0.path.contains(world.apify.token) && !$0.query.values.contains(world.apify.token)
                })
            let told = [failed.complaint, "\(world.feed)", "\(world.ingestion())"] + (try world.everything())
            #expect(
                failed.complaint.contains("fetching the dataset") && told.allSatisfy { !$0.contains(world.apify.token) }
            )
        }
    }

    @Test("what would cost money or lose data if it were forgotten is stored before it happens")
    func writtenFirst() throws {
        try World.with(reels: 251) { world in
            let seen = Lock([String]())
            let (test, operations): (_, [Operation]) = (world.test, [.startRun, .getRun, .listItems])
            for (operation, turn) in operations.map({ ($0, 1) }) + [(.listItems, 2)] {
                world.upon(operation, turn) {
                    let row = try? test.connect().execute(
                        """
                        SELECT concat_ws(' ', state, start_attempted_at IS NOT NULL, apify_run_id IS NOT NULL,
                            apify_dataset_id IS NOT NULL, remote_status, scraped_at IS NOT NULL, dataset_offset,
                            (SELECT count(*) FROM \(unescaped: test.name).ingestion_items))
                        FROM \(unescaped: test.name).ingestion_runs
                        """
                    ).text(0, 0)
                    seen.withLock { $0.append(row ?? "nothing") }
                }
            }
            world.run()
            #expect(
                seen.withLock { $0 } == [
                    "running t f f f 0 0", "running t t t f 0 0", "running t t t SUCCEEDED t 0 0",
                    "running t t t SUCCEEDED t 250 250",
                ])
        }
    }

    @Test("a run under the id of one that has ended is refused, and nothing is started")
    func knownID() throws {
        try World.with(reels: 1) { world in
            let id = SecureRandom.uuid()
            #expect(world.run(id: id).report?.run.id == id)
            let before = try world.everything()
            #expect(world.run(id: id).error as? IngestError == .runExists(id))
            #expect(try world.everything() == before && world.count(.startRun) == 1)
        }
    }

    @Test("a remote end in the future by this machine's clock makes no observation of the future")
    func clockDifference() throws {
        var script = RunScript(.reels(1))
        script.finishedAt = "2199-01-01T00:00:00.000Z"
        try World.with(script) { world in
            let report = try #require(world.run().report)
            #expect(report.run.state == .succeeded)
            #expect(try #require(report.run.scrapedAt) <= world.clock.now())
        }
    }
}
