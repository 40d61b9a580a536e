import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import TestDatabase
import Testing

struct SeveralFeedsTests {
    /// The world's feed, and another of another actor.
    private func with(_ body: (World, _ other: ApifyFeed) throws -> Void) throws {
        try World.with(reels: 300) { world in
            world.apify.host(
                "other~actor",
                RunScript(
                    DatasetItems(
                        (0..<5).map { #"{"id":"70\#($0)","createTime":1780000000,"playCount":9,"diggCount":1}"# })))
            var other = world.feed
            other.name = "tiktok"
            other.actorID = "other~actor"
            other.platform = .tiktok
            other.input = #"{"resultsPerPage":5}"#
            try body(world, other)
        }
    }

    @Test("two feeds of two actors keep to themselves in one schema")
    func apart() throws {
        try with { world, other in
            let first = try #require(world.run().report)
            let second = try #require(world.run(other).report)
            #expect(first.run.feed == "default" && first.run.platform == .instagram)
            #expect(
                second.run.feed == "tiktok" && second.run.platform == .tiktok
                    && second.run.counts == ItemCounts(observed: 5))
            #expect(world.apify.startedRuns(of: World.actor).map(\.id) == [first.run.apifyRunID])
            #expect(world.apify.startedRuns(of: "other~actor").map(\.id) == [second.run.apifyRunID])
            #expect(world.apify.startedRuns(of: "other~actor").first?.input == Array(other.input.utf8))
            let surfaces = try world.lines(
                """
                SELECT DISTINCT platform || ' ' || source_surface FROM \(unescaped: world.test.name).reels_raw_events
                ORDER BY 1
                """)
            #expect(surfaces == ["instagram made~up", "tiktok other~actor"])
            try world.expectBalance()
        }
    }

    @Test("a run that was interrupted is gone on with by its own feed alone, and keeps no other from its run")
    func interrupted() throws {
        try with { world, other in
            world.disturb(.listItems, 2...10, with: .refuse(.internalError))
            world.run()
            let interrupted = try world.stored().run.id
            let second = try #require(world.run(other).report)
            #expect(second.run.id != interrupted && second.run.counts == ItemCounts(observed: 5))
            #expect(try world.stored(interrupted).isResumable && world.lastService().interruptedRunID == interrupted)
            let services = try FeedJournal(schema: world.test.schema).lastServices(try world.test.connect())
            #expect(services["tiktok"]?.interruptedRunID == nil && services["tiktok"]?.failedAt == nil)
            let report = try #require(world.run().report)
            #expect(report.run.id == interrupted && report.run.counts == ItemCounts(observed: 300))
            #expect(world.count(.startRun) == 2)
            try world.expectBalance()
        }
    }

    @Test("a run that is not clear to have started is looked for among its own actor's runs")
    func adoption() throws {
        try with { world, other in
            var (world, twin) = (world, other)
            twin.input = world.feed.input
            world.disturb(.startRun, 2...2, with: .hangUp)
            #expect(world.run(twin).report != nil)
            let report = try #require(world.run().report)
            #expect(world.apify.startedRuns(of: World.actor).map(\.id) == [report.run.apifyRunID])
            world.feed = twin
            #expect(world.apify.startedRuns(of: "other~actor").count == 1)
        }
    }
}
