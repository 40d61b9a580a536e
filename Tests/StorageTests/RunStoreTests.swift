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

    @Test("the place of a process that is gone is taken over at once, one of another machine is not")
    func takeOver() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            let first = run()
            try runs.begin(first, lease: here, isGone: { _ in false }, connection)
            #expect(throws: StorageError.self) {
                try runs.begin(run(), lease: Lease(host: "there", processID: 1), isGone: { _ in true }, connection)
            }
            let second = run(1)
            try runs.begin(second, lease: here, isGone: { $0 == 1 }, connection)
            #expect(try runs.run(id: first.id, connection)?.state == .failed)
            #expect(try runs.run(id: second.id, connection)?.state == .running)
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
                try runs.finish(made, connection)
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

    @Test("a queued run is adopted once; a withdrawn one leaves nothing")
    func adoptAndWithdraw() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            var queued = run()
            queued.state = .queued
            try runs.begin(queued, lease: here, isGone: { _ in false }, connection)
            #expect(try runs.adopt(runID: queued.id, lease: here, connection))
            #expect(try !runs.adopt(runID: queued.id, lease: here, connection))
            try runs.withdraw(runID: queued.id, connection)
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
            try Fixture.store([.sighting(Fixture.reel("a", views: 6, hour: 12))], in: test, connection)
            let status = try reader.status(connection)
            #expect(status.lastScrapedAt == Fixture.hour(12))
            #expect(status.totalRawEvents == 3 && status.latestStateCount == 2 && status.reelsPublishedLast7d == 2)
            #expect(status.newestRunState == .succeeded)
        }
    }
}
