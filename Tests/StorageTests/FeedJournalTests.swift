import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

private let here = Lease(host: "here", processID: 1)
private let other = Lease(host: "here", processID: 2)

private func opening(_ feed: String = "reels", hour: Int64 = 0, state: RunState = .running) -> FeedJournal.Opening {
    FeedJournal.Opening(
        runID: SecureRandom.uuid(), feed: feed, actorID: "made~up", itemPlatform: .tiktok,
        startedAt: Fixture.hour(hour), state: state)
}

struct FeedJournalTests {
    @Test("a run goes from step to step as it is written down")
    func steps() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let journal = FeedJournal(schema: test.schema)
            let id = try journal.open(opening(), lease: here, isGone: { _ in false }, connection)
            func step() throws -> FeedRun.Step? { try journal.load(id, connection)?.nextStep }
            #expect(try step() == .start)
            try journal.attemptStart(
                id, actorID: "made~up", itemPlatform: .tiktok, inputDigest: "digest", at: Fixture.hour(1), lease: here,
                connection)
            #expect(try step() == .start)
            try journal.recordStart(id, apifyRunID: "remote1", datasetID: "data1", lease: here, connection)
            #expect(try step() == .awaitEnd)
            try journal.recordRemoteStatus(id, "RUNNING", lease: here, connection)
            #expect(try step() == .awaitEnd)
            try journal.recordEnd(
                id, remoteStatus: "SUCCEEDED", scrapedAt: Fixture.hour(2), datasetID: nil, lease: here, connection)
            #expect(try step() == .fetch)
            var run = try #require(try journal.load(id, connection))
            let item = KeptItem(ordinal: 0, bytes: [123, 125], length: 2)
            let first = FeedJournal.Page(items: [item], nextOffset: 1, total: 2)
            try journal.keep(first, of: run, lease: here, connection)
            #expect(try step() == .fetch)
            #expect(throws: StorageError.leaseLost(runID: id)) {
                try journal.keep(first, of: run, lease: here, connection)
            }
            run = try #require(try journal.load(id, connection))
            #expect(run.itemsKept == 1 && run.bytesKept == 2 && run.datasetID == "data1")
            #expect(run.itemPlatform == .tiktok && run.inputDigest == "digest")
            try journal.keep(
                FeedJournal.Page(items: [], nextOffset: 2, total: 2), of: run, lease: here, connection)
            #expect(try step() == .store)
        }
    }

    @Test("no step can be taken by a process that does not hold the run")
    func leases() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let journal = FeedJournal(schema: test.schema)
            let id = try journal.open(opening(), lease: here, isGone: { _ in false }, connection)
            let run = try #require(try journal.load(id, connection))
            let lost = StorageError.leaseLost(runID: id)
            #expect(throws: lost) {
                try journal.attemptStart(id, actorID: "a", at: Fixture.hour(1), lease: other, connection)
            }
            #expect(throws: lost) {
                try journal.recordStart(id, apifyRunID: "r", datasetID: nil, lease: other, connection)
            }
            #expect(throws: lost) {
                try journal.recordEnd(
                    id, remoteStatus: "FAILED", scrapedAt: Fixture.hour(1), datasetID: nil, lease: other, connection)
            }
            #expect(throws: lost) {
                let item = KeptItem(ordinal: 0, bytes: [], length: 0)
                let page = FeedJournal.Page(items: [item], nextOffset: 1, total: 1)
                try journal.keep(page, of: run, lease: other, connection)
            }
            #expect(throws: lost) {
                try journal.fail(
                    run, because: "", at: Fixture.hour(1), isResumable: true, lease: other, connection)
            }
            let kept = try connection.execute("SELECT count(*) FROM \(unescaped: test.name).ingestion_items")
            #expect(try kept.integer(0, 0) == 0)
        }
    }

    @Test("a run of a process that is gone is gone on with, under its own id, by the next run of its feed alone")
    func takenOver() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let journal = FeedJournal(schema: test.schema)
            let id = try journal.open(opening(), lease: here, isGone: { _ in false }, connection)
            try journal.attemptStart(id, actorID: "made~up", at: Fixture.hour(1), lease: here, connection)
            #expect(throws: StorageError.leaseHeld(by: LeaseHolder(runID: id, host: "here", processID: 1))) {
                try journal.open(opening(hour: 2), lease: other, isGone: { _ in false }, connection)
            }
            let foreign = try journal.open(opening("tiktok", hour: 2), lease: other, isGone: { $0 == 1 }, connection)
            #expect(foreign != id)
            #expect(try journal.load(id, connection)?.run.state == .failed)
            #expect(try journal.lastServices(connection)["reels"]?.interruptedRunID == id)
            let run = try #require(try journal.load(foreign, connection))
            try journal.fail(run, because: "", at: Fixture.hour(3), isResumable: false, lease: other, connection)
            #expect(try journal.open(opening(hour: 4), lease: other, isGone: { _ in true }, connection) == id)
            let resumed = try #require(try journal.load(id, connection))
            #expect(resumed.run.state == .running && resumed.run.error == nil && resumed.run.finishedAt == nil)
            #expect(resumed.run.startedAt == Fixture.hour(0) && resumed.startAttemptedAt == Fixture.hour(1))
        }
    }

    @Test("a run in which Apify was asked for nothing yet begins when it is gone on with")
    func notYetStarted() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let journal = FeedJournal(schema: test.schema)
            let id = try journal.open(opening(), lease: here, isGone: { _ in false }, connection)
            #expect(try journal.open(opening(hour: 5), lease: other, isGone: { _ in true }, connection) == id)
            #expect(try journal.load(id, connection)?.run.startedAt == Fixture.hour(5))
        }
    }

    @Test("what was queued is taken up by the process that was started for it, and by no second one")
    func queued() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let journal = FeedJournal(schema: test.schema)
            let id = try journal.open(opening(state: .queued), lease: here, isGone: { _ in false }, connection)
            #expect(try journal.load(id, connection)?.run.progress?.stage == .queued)
            var taken = opening()
            taken.runID = id
            #expect(try journal.open(taken, lease: other, isGone: { _ in false }, connection) == id)
            #expect(try journal.open(taken, lease: other, isGone: { _ in false }, connection) == id)
            #expect(throws: StorageError.self) {
                try journal.open(taken, lease: here, isGone: { _ in false }, connection)
            }
        }
    }

    @Test("a feed was last served when Apify was last asked; what came to nothing does not count")
    func schedule() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let journal = FeedJournal(schema: test.schema)
            #expect(try journal.lastServices(connection).isEmpty)
            let id = try journal.open(opening(), lease: here, isGone: { _ in false }, connection)
            try journal.attemptStart(id, actorID: "made~up", at: Fixture.hour(1), lease: here, connection)
            let served = FeedJournal.LastService(startedAt: Fixture.hour(1))
            #expect(try journal.lastServices(connection)["reels"] == served)
            var run = try #require(try journal.load(id, connection))
            run.startAttemptedAt = nil
            try journal.fail(run, because: "", at: Fixture.hour(2), isResumable: false, lease: here, connection)
            let failed = FeedJournal.LastService(failedAt: Fixture.hour(2))
            #expect(try journal.lastServices(connection)["reels"] == failed)
        }
    }

    @Test("costs are open until they are settled")
    func costs() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let journal = FeedJournal(schema: test.schema)
            let id = try journal.open(opening(), lease: here, isGone: { _ in false }, connection)
            try connection.execute("UPDATE \(unescaped: test.name).ingestion_runs SET started_at = now()")
            #expect(try journal.unsettled(limit: 9, connection).isEmpty)
            try journal.recordStart(id, apifyRunID: "remote1", datasetID: nil, lease: here, connection)
            #expect(try journal.unsettled(limit: 9, connection).isEmpty)
            let run = try #require(try journal.load(id, connection))
            try journal.fail(run, because: "", at: Fixture.hour(1), isResumable: false, lease: here, connection)
            try connection.execute("UPDATE \(unescaped: test.name).ingestion_runs SET finished_at = now()")
            #expect(try journal.unsettled(limit: 9, connection).map(\.apifyRunID) == ["remote1"])
            #expect(try journal.spending(connection).unsettledCount == 1)
            try journal.settle(id, costUSD: 0.25, connection)
            #expect(try journal.unsettled(limit: 9, connection).isEmpty)
            let spending = try journal.spending(connection)
            #expect(spending.lastThirtyDaysUSD == 0.25 && spending.unsettledCount == 0)
        }
    }
}
