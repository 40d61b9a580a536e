import Apify
import ApifyStandIn
import Ingest
import Reels
import Storage
import TestDatabase
import Testing

struct CostTests {
    private func settle(_ world: World) throws {
        try RunSettlement(
            database: world.test.database, schema: world.test.schema, feed: world.feed, now: world.clock.now,
            pause: world.clock.pause
        ).settle()
    }

    private func unsettled(_ world: World) throws -> Int {
        try FeedJournal(schema: world.test.schema).unsettled(limit: 99, try world.test.connect()).count
    }

    @Test("what a run has cost is written down once it has settled, and not before", arguments: [0, nil])
    func settles(unsettledCost: Double?) throws {
        var script = RunScript(.reels(2))
        script.settles = .questions(2)
        script.unsettledCost = unsettledCost
        script.cost = 0.375
        try World.with(script) { world in
            #expect(world.run().report?.run.costUSD == nil)
            try settle(world)
            #expect(try world.stored().run.costUSD == nil && unsettled(world) == 1)
            world.clock.pause(.seconds(20))
            try settle(world)
            #expect(try world.stored().run.costUSD == 0.375 && unsettled(world) == 0)
            let asked = world.count(.getRun)
            try settle(world)
            #expect(world.count(.getRun) == asked)
            let spending = try FeedJournal(schema: world.test.schema).spending(try world.test.connect())
            #expect(spending.lastThirtyDaysUSD == 0.375 && spending.unsettledCount == 0)
        }
    }

    @Test("a figure that Apify does not have yet stays open, however late")
    func noFigure() throws {
        var script = RunScript(.reels(2))
        script.settles = .questions(.max)
        script.unsettledCost = nil
        try World.with(script) { world in
            world.run()
            world.clock.pause(.seconds(3_600))
            try settle(world)
            #expect(try unsettled(world) == 1)
        }
    }

    @Test("a run that Apify no longer knows has no cost, and is asked for no more")
    func gone() throws {
        try World.with(reels: 2) { world in
            world.run()
            world.disturb(.getRun, 2...99, with: .refuse(.notFound))
            world.clock.pause(.seconds(20))
            try settle(world)
            #expect(try world.stored().run.costUSD == nil && unsettled(world) == 0)
            try settle(world)
            #expect(world.count(.getRun) == 2)
        }
    }

    @Test("while Apify does not answer a cost stays open")
    func trouble() throws {
        try World.with(reels: 2) { world in
            world.run()
            world.clock.pause(.seconds(20))
            world.disturb(.getRun, 2...2, with: .refuse(.internalError))
            #expect(throws: ApifyError.self) { try settle(world) }
            #expect(try unsettled(world) == 1)
            try settle(world)
            #expect(try world.stored().run.costUSD == 0.25)
        }
    }

    @Test("a run that failed is paid for as well, and one that never started is not")
    func failedRuns() throws {
        var script = RunScript(.reels(0))
        script.ending = .failed
        try World.with(script) { world in
            world.disturb(.startRun, 1...1, with: .refuse(.noCredit))
            world.run()
            world.run()
            world.clock.pause(.seconds(20))
            #expect(try unsettled(world) == 1)
            try settle(world)
            #expect(try world.stored().run.costUSD == 0.25 && world.stored().run.state == .failed)
        }
    }
}
