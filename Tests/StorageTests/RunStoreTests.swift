import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

private let here = Lease(host: "here", processID: 1)

private func run(_ hour: Int64 = 0) -> Run {
    Run(id: SecureRandom.uuid(), source: .apify, state: .running, startedAt: Fixture.hour(hour))
}

struct RunStoreTests {
    @Test("one run is active at a time, and the second is told who holds the place")
    func oneAtATime() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            let first = run()
            try runs.begin(first, lease: here, isGone: { _ in false }, connection)
            let holder = LeaseHolder(runID: first.id, host: "here", processID: 1)
            #expect(throws: StorageError.leaseHeld(by: holder)) {
                try runs.begin(run(), lease: here, isGone: { _ in false }, connection)
            }
        }
    }

    @Test(
        "the place is taken over at once from a process that is gone from this host, and from any that was silent for a minute",
        arguments: [
            ("here", false, 0, false), ("here", true, 0, true), ("there", true, 0, false), ("there", true, 55, false),
            ("there", false, 65, true), ("here", false, 65, true),
        ])
    func takeOver(host: String, isGone: Bool, silentSeconds: Int, isTaken: Bool) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            let first = run()
            try runs.begin(first, lease: Lease(host: host, processID: 7), isGone: { _ in false }, connection)
            try connection.execute(
                """
                UPDATE \(unescaped: test.name).ingestion_runs
                SET heartbeat_at = now() - make_interval(secs => \(silentSeconds)::integer)
                """)
            let second = run(1)
            do {
                try runs.begin(second, lease: here, isGone: { isGone && $0 == 7 }, connection)
                #expect(isTaken)
            } catch is StorageError {
                #expect(!isTaken)
            }
            #expect(try runs.run(id: first.id, connection)?.state == (isTaken ? .failed : .running))
            #expect(try runs.run(id: second.id, connection)?.state == (isTaken ? .running : nil))
        }
    }

    @Test("a beat keeps the place")
    func beat() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            let first = run()
            try runs.begin(first, lease: here, isGone: { _ in false }, connection)
            try connection.execute(
                "UPDATE \(unescaped: test.name).ingestion_runs SET heartbeat_at = now() - interval '1 day'")
            try runs.beat(runID: first.id, lease: Lease(host: "here", processID: 2), connection)
            try runs.beat(runID: first.id, lease: here, connection)
            #expect(throws: StorageError.self) {
                try runs.begin(run(), lease: here, isGone: { _ in false }, connection)
            }
        }
    }

    @Test("a run that was taken for dead cannot finish, and nothing of it is stored")
    func leaseLost() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            var slow = run()
            try runs.begin(slow, lease: here, isGone: { _ in false }, connection)
            try runs.begin(run(1), lease: Lease(host: "here", processID: 2), isGone: { _ in true }, connection)
            slow.state = .succeeded
            slow.finishedAt = Fixture.hour(2)
            #expect(throws: StorageError.leaseLost(runID: slow.id)) { try runs.finish(slow, lease: here, connection) }
            #expect(try runs.run(id: slow.id, connection)?.state == .failed)
        }
    }

    @Test("runs come newest first, page by page, without one left out or shown twice")
    func pages() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            var ids: [String] = []
            for hour in [Int64(1), 2, 2, 2, 3] {
                var made = run(hour)
                try runs.begin(made, lease: here, isGone: { _ in false }, connection)
                made.state = .empty
                made.finishedAt = Fixture.hour(9)
                try runs.finish(made, lease: here, connection)
                ids.append(made.id)
            }
            var shown: [Run] = []
            while let page = Optional(
                try runs.newest(limit: 2, after: shown.last.map { ($0.startedAt, $0.id) }, connection)), !page.isEmpty
            {
                shown += page
            }
            #expect(Set(shown.map(\.id)) == Set(ids) && shown.count == ids.count)
            #expect(shown.map(\.startedAt) == shown.map(\.startedAt).sorted(by: >))
        }
    }

    @Test("a withdrawn run leaves nothing")
    func withdraw() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            let made = run()
            try runs.begin(made, lease: here, isGone: { _ in false }, connection)
            try runs.withdraw(runID: made.id, connection)
            #expect(try runs.newest(limit: 9, connection).isEmpty)
        }
    }

    @Test("the status counts what is there")
    func status() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let reader = StatusReader(schema: test.schema)
            #expect(try reader.status(connection).newestRunState == nil)
            try Fixture.store(
                [.sighting(Fixture.reel("a", views: 5)), .sighting(Fixture.reel("b", views: 5))], in: test, connection)
            try Fixture.store(
                [.sighting(Fixture.reel("a", views: 6, hour: 12))], in: test, connection, startedAt: Fixture.hour(1))
            let status = try reader.status(connection)
            #expect(status.lastScrapedAt == Fixture.hour(12))
            #expect(status.totalRawEvents == 3 && status.latestStateCount == 2 && status.reelsPublishedLast7d == 2)
            #expect(status.newestRunState == .succeeded)
            #expect(status.eventsLastRun == 1 && status.lastApifyRunID == nil)
            var remote = run(3)
            try RunStore(schema: test.schema).begin(remote, lease: here, isGone: { _ in false }, connection)
            try FeedJournal(schema: test.schema).recordStart(
                remote.id, apifyRunID: "remote1", datasetID: "dataset1", lease: here, connection)
            #expect(try reader.status(connection).newestRunState == .running)
            remote.state = .empty
            remote.finishedAt = Fixture.hour(4)
            try RunStore(schema: test.schema).finish(remote, lease: here, connection)
            let after = try reader.status(connection)
            #expect(after.lastApifyRunID == "remote1" && after.eventsLastRun == 0 && after.newestRunState == .empty)
        }
    }
}
