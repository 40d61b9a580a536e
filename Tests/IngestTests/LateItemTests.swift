import ApifyStandIn
import Ingest
import Reels
import Storage
import System
import TestDatabase
import Testing

struct LateItemTests {
    @Test("items that trail in after a run has ended are stored as that run's", arguments: [0, 2, 251])
    func late(firstCount: Int) throws {
        // The stand-in fills a dataset at once, so what came late is hidden from the first answers.
        try World.with(reels: 600) { world in
            let questions = firstCount == 0 ? 11 : firstCount > 250 ? 2 : 1
            world.disturb(
                .listItems, 1...questions,
                with: .alter { answer in
                    let isFirst = answer.headers.contains { $0.name == "X-Apify-Pagination-Offset" && $0.value == "0" }
                    let lines = answer.bytes.split(separator: 10).prefix(isFirst ? firstCount : firstCount - 250)
                    answer.content = .bytes(Array(lines.joined(separator: [10])))
                    answer.setHeader("X-Apify-Pagination-Total", "\(firstCount)")
                    answer.setHeader("X-Apify-Pagination-Count", "\(lines.count)")
                })
            let first = world.run()
            #expect(first.report?.run.counts.received == Int64(firstCount))
            #expect(first.report?.run.state == (firstCount == 0 ? .empty : .succeeded))
            try settle(world)
            #expect(try world.stored().run.counts.received == Int64(firstCount))
            world.clock.pause(.seconds(20))
            try settle(world)
            let run = try world.stored().run
            #expect(run.counts == ItemCounts(observed: 600) && run.state == .succeeded && run.costUSD == 0.25)
            #expect(world.apify.startedRuns().count == 1)
            try world.expectBalance()
        }
    }

    private func settle(_ world: World) throws {
        try RunSettlement(
            database: world.test.database, schema: world.test.schema, feed: world.feed, now: world.clock.now,
            pause: world.clock.pause
        ).settle()
    }
}
