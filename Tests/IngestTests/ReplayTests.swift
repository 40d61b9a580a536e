import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

struct ReplayTests {
    private func replay(_ world: World, _ runID: String) throws -> ItemCounts {
        try Replay(database: world.test.database, schema: world.test.schema).replay(runID)
    }

    /// Has the item at `ordinal` been rejected by a mapping that did not know its bytes, which are `line`.
    private func reject(_ world: World, _ runID: String, _ ordinal: Int, holding line: String) throws {
        try world.lines(
            """
            UPDATE \(unescaped: world.test.name).ingestion_items
            SET item = convert_to(\(line)::text, 'UTF8'), item_length = \(line.utf8.count)::bigint,
                outcome = 'rejected', reason_code = 'unknown_platform', reason = 'a shape that nobody knew',
                platform = NULL, reel_id = NULL
            WHERE run_id = \(runID)::uuid AND ordinal = \(ordinal)::bigint
            """)
    }

    private static let items = DatasetItems([
        Fixture.item("1", views: 10), #"{"error":"no_items"}"#, "{broken", Fixture.item("1", views: 9),
        #"{"unknown":"shape"}"#,
    ])

    @Test("where the mapping has not improved nothing changes, in any row of any table")
    func nothingNew() throws {
        try World.with(RunScript(Self.items)) { world in
            let id = try #require(world.run().report).run.id
            let before = try world.everything()
            #expect(try replay(world, id) == ItemCounts() && replay(world, id) == ItemCounts())
            #expect(try world.everything() == before && before.count > 8)
        }
    }

    @Test("what the mapping understands by now becomes one observation, and the counts are right")
    func improved() throws {
        try World.with(RunScript(Self.items)) { world in
            let run = try #require(world.run().report).run
            #expect(run.counts == ItemCounts(observed: 1, duplicate: 1, rejected: 3))
            let before = try world.observations()
            try reject(world, run.id, 4, holding: Fixture.item("2", views: 20))
            #expect(try replay(world, run.id) == ItemCounts(observed: 1))
            #expect(try world.observations() == before + ["2 20"])
            #expect(try world.stored(run.id).run.counts == ItemCounts(observed: 2, duplicate: 1, rejected: 2))
            #expect(try world.outcomes() == ["observed", "no_items", "bad_json", "duplicate", "observed"])
            let times = try world.lines(
                """
                SELECT count(DISTINCT (scraped_at, run_id, source_surface))::text
                FROM \(unescaped: world.test.name).reels_raw_events
                """
            )
            #expect(times == ["1"])
            try world.expectBalance()
            let after = try world.everything()
            #expect(try replay(world, run.id) == ItemCounts())
            #expect(try world.everything() == after)
        }
    }

    @Test("what repeats a sighting of the run is a duplicate, whatever its views: an observation never changes")
    func repeats() throws {
        try World.with(RunScript(Self.items)) { world in
            let id = try #require(world.run().report).run.id
            try reject(world, id, 4, holding: Fixture.item("1", views: 99))
            #expect(try replay(world, id) == ItemCounts(duplicate: 1))
            #expect(try world.observations() == ["1 10"])
            #expect(try world.stored(id).run.counts == ItemCounts(observed: 1, duplicate: 2, rejected: 2))
            try world.expectBalance()
        }
    }

    @Test("the latest state takes what is newer, and not what another run has seen since", arguments: [true, false])
    func latestState(isNewer: Bool) throws {
        var script = RunScript(Self.items)
        script.finishedAt = "2026-06-12T00:00:00.000Z"
        try World.with(script) { world in
            let id = try #require(world.run().report).run.id
            let other = try #require(Instant(iso8601: isNewer ? "2026-06-11T00:00:00Z" : "2026-06-13T00:00:00Z"))
            try Fixture.import(Fixture.item("2", views: 7), into: world.test, observedAt: other)
            try reject(world, id, 4, holding: Fixture.item("2", views: 20))
            #expect(try replay(world, id) == ItemCounts(observed: 1))
            let latest = try world.lines(
                "SELECT views::text FROM \(unescaped: world.test.name).reels_latest_state WHERE reel_id = '2'")
            #expect(latest == [isNewer ? "20" : "7"])
            #expect(try world.observations().count { $0.hasPrefix("2 ") } == 2)
            try world.expectBalance()
        }
    }

    @Test("a run in which nothing was a reel has succeeded once something is")
    func emptyRun() throws {
        try World.with(RunScript(DatasetItems([#"{"unknown":"shape"}"#]))) { world in
            let run = try #require(world.run().report).run
            #expect(run.state == .empty && run.platform == nil)
            try reject(world, run.id, 0, holding: Fixture.item("2", views: 20))
            #expect(try replay(world, run.id) == ItemCounts(observed: 1))
            let replayed = try world.stored(run.id).run
            #expect(replayed.state == .succeeded && replayed.platform == .instagram)
            try world.expectBalance()
        }
    }

    @Test("an import is mapped again as it was imported")
    func imported() throws {
        try World.with(reels: 0) { world in
            let run = try Fixture.import("{\"unknown\":\"shape\"}\n" + Fixture.item("1", views: 1), into: world.test)
                .run
            try reject(world, run.id, 0, holding: Fixture.item("2", views: 20))
            #expect(try replay(world, run.id) == ItemCounts(observed: 1))
            let stored = try world.lines(
                """
                SELECT DISTINCT concat_ws(' ', source_surface, scraped_at = \(Fixture.now.iso8601)::timestamptz)
                FROM \(unescaped: world.test.name).reels_raw_events
                """)
            #expect(stored == ["import t"])
            try world.expectBalance()
        }
    }

    @Test("a run that is unknown, at work or to be gone on with is refused, and nothing changes")
    func refused() throws {
        try World.with(reels: 600) { world in
            let unknown = SecureRandom.uuid()
            #expect(throws: IngestError.noRun(unknown)) { try replay(world, unknown) }
            let (answer, watcher) = (Lock<IngestError?>(nil), world)
            world.upon(.listItems, 2) {
                guard let id = try? watcher.stored().run.id else { return }
                let replay = Replay(database: watcher.test.database, schema: watcher.test.schema)
                let error = #expect(throws: IngestError.self) { try replay.replay(id) }
                answer.withLock { $0 = error }
            }
            world.disturb(.listItems, 2...10, with: .refuse(.internalError))
            world.run()
            world.calm()
            let id = try world.stored().run.id
            #expect(answer.withLock { $0 } == .runNotEnded(id))
            let before = try world.everything()
            #expect(throws: IngestError.runNotEnded(id)) { try replay(world, id) }
            #expect(try world.everything() == before)
        }
    }
}
