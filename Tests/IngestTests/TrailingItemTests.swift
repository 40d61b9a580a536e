import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import TestDatabase
import Testing

/// Items that are not there yet when the run has ended.
struct TrailingItemTests {
    @Test("items that are counted before they can be had are waited for")
    func countedFirst() throws {
        try World.with(reels: 200) { world in
            world.disturb(
                .listItems, 1...4,
                with: .alter { answer in
                    answer.content = .bytes(Array(answer.bytes.split(separator: 10).prefix(50).joined(separator: [10])))
                })
            let report = try #require(world.run().report)
            #expect(report.run.counts == ItemCounts(observed: 200) && report.run.state == .succeeded)
        }
    }

    @Test(
        "what trails after a run that was ended before its time is waited for, and taken in later", arguments: [3, 11])
    func endedEarly(emptyAnswers: Int) throws {
        var script = RunScript(.reels(5))
        script.ending = .timedOut
        script.fills = .questions(emptyAnswers)
        try World.with(script) { world in
            world.run()
            world.clock.pause(.seconds(20))
            try settle(world)
            let run = try world.stored().run
            #expect(run.counts == ItemCounts(observed: 5) && run.state == .partial)
            try world.expectBalance()
        }
    }

    @Test("items are taken in though the cost is never told, and one run in trouble keeps no other from it")
    func withoutCost() throws {
        try World.with(reels: 2) { world in
            world.run()
            world.run()
            world.clock.pause(.seconds(20))
            world.disturb(.getRun, 3...3, with: .refuse(.forbidden))
            #expect(throws: (any Error).self) { try settle(world) }
            let costs = try world.lines("SELECT count(cost_usd) FROM \(unescaped: world.test.name).ingestion_runs")
            #expect(costs == ["1"])
        }
    }

    private func settle(_ world: World) throws {
        try RunSettlement(
            database: world.test.database, schema: world.test.schema, feed: world.feed, now: world.clock.now,
            pause: world.clock.pause
        ).settle()
    }
}
