import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

struct RunEndTests {
    /// A row of the design's table of ends.
    struct End: Sendable, CustomTestStringConvertible {
        let status: RunStatus
        /// Reels, and items that are none.
        let items: (reels: Int, others: Int)
        let state: RunState
        var isFailure = false
        /// What the operator is told.
        var words = ""

        var testDescription: String { "\(status.rawValue) with \(items.reels) reels and \(items.others) other items" }

        var script: RunScript {
            let lines = (0..<items.reels).map { Fixture.item("\($0)", views: 7) }
            var script = RunScript(DatasetItems(lines + (0..<items.others).map { #"{"error":"no_items","n":\#($0)}"# }))
            script.ending = status
            return script
        }
    }

    static let ends = [
        End(status: .succeeded, items: (2, 0), state: .succeeded),
        End(status: .succeeded, items: (1, 1), state: .succeeded),
        End(status: .succeeded, items: (0, 2), state: .empty),
        End(status: .succeeded, items: (0, 0), state: .empty),
        End(
            status: .timedOut, items: (2, 0), state: .partial,
            words: "raise APIFY_TIMEOUT_SECONDS or ask for fewer results"),
        End(status: .timedOut, items: (0, 2), state: .partial, words: "raise APIFY_TIMEOUT_SECONDS"),
        End(status: .aborted, items: (2, 1), state: .partial, words: "ended as ABORTED; its items so far are stored"),
        End(status: .failed, items: (2, 0), state: .partial, isFailure: true, words: "in Apify's console says why"),
        End(status: .timedOut, items: (0, 0), state: .failed, isFailure: true, words: "without an item; raise"),
        End(
            status: .aborted, items: (0, 0), state: .failed, isFailure: true,
            words: "ended as ABORTED without an item"),
        End(
            status: .failed, items: (0, 0), state: .failed, isFailure: true,
            words: "ended as FAILED without an item; the log of run"),
    ]

    @Test("how the remote run ended, and whether it brought items, decides how the run ends", arguments: ends)
    func end(_ end: End) throws {
        try World.with(end.script) { world in
            try Fixture.import(Fixture.item("old", views: 5), into: world.test)
            let clock = try status(world).lastScrapedAt
            let attempt = world.run()
            let run = try #require(attempt.report).run
            #expect(
                run.state == end.state && attempt.isFailure == end.isFailure && attempt.complaint.contains(end.words))
            #expect((run.error == nil) == end.words.isEmpty)
            #expect(run.counts == ItemCounts(observed: Int64(end.items.reels), rejected: Int64(end.items.others)))
            #expect(try world.observations().contains("old 5") && world.stored(run.id).run == run)
            #expect(try world.lastService().interruptedRunID == nil && world.count(.startRun) == 1)
            let hasMoved = try status(world).lastScrapedAt != clock
            #expect(hasMoved == (end.items.reels > 0), "a run without an observation moves no data clock")
            try world.expectBalance()
        }
    }

    private func status(_ world: World) throws -> IngestionStatus {
        try StatusReader(schema: world.test.schema).status(try world.test.connect())
    }

    @Test("a dataset that stays empty after a good end is asked for again each second, for 10 s")
    func empty() throws {
        try World.with(reels: 0) { world in
            let attempt = world.run()
            #expect(attempt.report?.run.state == .empty && !attempt.isFailure)
            #expect(world.clock.waits == Array(repeating: .seconds(1), count: 10) && world.count(.listItems) == 11)
            #expect(attempt.report?.lines.first?.contains("the dataset is empty") == true)
        }
    }

    @Test("an empty dataset that fills late is fetched whole", arguments: [1, 9, 10])
    func fillsLate(questions: Int) throws {
        var script = RunScript(.reels(251))
        script.fills = .questions(questions)
        try World.with(script) { world in
            #expect(world.run().report?.run.counts == ItemCounts(observed: 251))
            #expect(world.clock.waits == Array(repeating: .seconds(1), count: questions))
            try world.expectBalance()
        }
    }

    @Test("while another run holds the place nothing is asked and nothing written, and it is said who holds it")
    func busy() throws {
        try World.with(reels: 1) { world in
            let journal = FeedJournal(schema: world.test.schema)
            let holder = Lease(host: "elsewhere", processID: 7)
            let opening = FeedJournal.Opening(
                runID: SecureRandom.uuid(), feed: "other", actorID: "a", itemPlatform: nil, startedAt: world.clock.now()
            )
            _ = try journal.open(opening, lease: holder, isGone: { _ in true }, try world.test.connect())
            let before = try world.everything()
            #expect(world.run().complaint.contains("run \(opening.runID), process 7 on elsewhere"))
            #expect(throws: StorageError.self) { try Fixture.import(Fixture.item("1", views: 1), into: world.test) }
            #expect(try world.everything() == before && world.apify.exchanges.isEmpty)
        }
    }

    @Test(
        "a machine that nobody has heard of for a minute holds no place; nor does a process that is gone from this one")
    func goneHolder() throws {
        try World.with(reels: 1) { world in
            let journal = FeedJournal(schema: world.test.schema)
            let opening = FeedJournal.Opening(
                runID: SecureRandom.uuid(), feed: "other", actorID: "a", itemPlatform: nil, startedAt: world.clock.now()
            )
            let holder = Lease(host: "elsewhere", processID: 7)
            _ = try journal.open(opening, lease: holder, isGone: { _ in true }, try world.test.connect())
            try world.lines(
                "UPDATE \(unescaped: world.test.name).ingestion_runs SET heartbeat_at = now() - interval '45 seconds'")
            #expect(world.run().error as? StorageError != nil)
            try world.lines(
                "UPDATE \(unescaped: world.test.name).ingestion_runs SET heartbeat_at = now() - interval '61 seconds'")
            #expect(world.run().report?.run.state == .succeeded)
            #expect(try world.stored(opening.runID).run.state == .failed)
        }
    }
}
