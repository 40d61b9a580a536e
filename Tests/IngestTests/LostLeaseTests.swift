import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

/// A process that was frozen, taken for dead, and wakes.
struct LostLeaseTests {
    /// Another process takes the run over.
    private static let takeOver = "lease_pid = 7, lease_host = 'elsewhere'"
    /// Another process closes the run, since nobody has heard of it.
    private static let close =
        "state = 'failed', finished_at = now(), lease_pid = NULL, lease_host = NULL, heartbeat_at = NULL"

    static let moments: [(operation: Operation, turn: Int)] = [
        (.startRun, 1), (.getRun, 1), (.getRun, 3), (.listItems, 1), (.listItems, 2), (.listItems, 3),
    ]

    @Test("a process that lost its run stores nothing more", arguments: moments, [takeOver, close])
    func frozen(moment: (operation: Operation, turn: Int), change: String) throws {
        var script = RunScript(.reels(600))
        script.runs = .questions(3)
        try World.with(script) { world in
            try Fixture.import(Fixture.item("old", views: 5), into: world.test)
            let (then, reader) = (Lock([String]()), world)
            world.upon(moment.operation, moment.turn) {
                _ = try? reader.lines(
                    """
                    UPDATE \(unescaped: reader.test.name).ingestion_runs SET \(unescaped: change) WHERE source = 'apify'
                    """)
                let rows = (try? reader.everything()) ?? []
                then.withLock { $0 = rows }
            }
            let id = SecureRandom.uuid()
            let attempt = world.run(id: id)
            #expect(attempt.error as? StorageError == .leaseLost(runID: id))
            #expect(try world.everything() == then.withLock { $0 } && world.observations() == ["old 5"])
        }
    }

    @Test("a process that lost its run while it stored the items stores none of them")
    func frozenWhileStoring() throws {
        try World.with(reels: 3) { world in
            var before: [String] = []
            let attempt = world.run { event in
                guard case .storing = event else { return }
                _ = try? world.lines(
                    "UPDATE \(unescaped: world.test.name).ingestion_runs SET \(unescaped: Self.takeOver)")
                before = (try? world.everything()) ?? []
            }
            #expect(attempt.error is StorageError && !before.isEmpty)
            #expect(try world.everything() == before && world.observations().isEmpty)
            try world.expectBalance()
        }
    }

    @Test("the process that took over ends the run, and the one that woke up does not say that it was done")
    func takenOver() throws {
        try World.with(reels: 600) { world in
            let (second, rescue) = (Lock<RunState?>(nil), world)
            world.upon(.listItems, 2) {
                _ = try? rescue.lines(
                    "UPDATE \(unescaped: rescue.test.name).ingestion_runs SET \(unescaped: Self.close)")
                let state = rescue.run().report?.run.state
                second.withLock { $0 = state }
            }
            let first = world.run()
            #expect(second.withLock { $0 } == .succeeded)
            #expect(first.error is StorageError || first.report?.run.state == .succeeded)
            #expect(try world.stored().run.counts == ItemCounts(observed: 600) && world.observations().count == 600)
            #expect(world.apify.startedRuns().count == 1)
            try world.expectBalance()
        }
    }
}
