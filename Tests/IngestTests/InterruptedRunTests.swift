import ApifyStandIn
import Ingest
import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

/// Runs whose process is gone, at each step.
struct InterruptedRunTests {
    /// No process has this number on any Linux.
    private static let gone = Lease(host: CurrentProcess.hostName, processID: 1 << 30)

    /// How far a process came before it was killed.
    enum Progress: Int, CaseIterable, Sendable, Comparable {
        case opened, startIntended, startedUnknown, started, ended, firstPageKept, allKept

        static func < (left: Progress, right: Progress) -> Bool { left.rawValue < right.rawValue }

        var nextStep: FeedRun.Step {
            switch self {
            case .opened, .startIntended, .startedUnknown: .start
            case .started: .awaitEnd
            case .ended, .firstPageKept: .fetch
            case .allKept: .store
            }
        }
    }

    @Test(
        "a run whose process is gone is gone on with under its own id, from where it was", arguments: Progress.allCases)
    func resumed(from progress: Progress) throws {
        try World.with(reels: 300) { world in
            let id = try interrupt(world, at: progress)
            #expect(try world.stored(id).nextStep == progress.nextStep)
            let questions = world.apify.exchanges.count
            var events: [IngestionEvent] = []
            let report = try #require(world.run { events.append($0) }.report)
            #expect(report.run.id == id && report.run.state == .succeeded)
            #expect(try report.run.counts == ItemCounts(observed: 300) && Set(world.observations()).count == 300)
            #expect(world.apify.startedRuns().map(\.id) == [report.run.apifyRunID])
            #expect((events.first == .resumed(runID: id)) == (progress > .opened))
            #expect(world.apify.exchanges.dropFirst(questions).map(\.operation) == Self.questions[progress])
            #expect(try world.lines("SELECT count(*)::text FROM \(unescaped: world.test.name).ingestion_runs") == ["1"])
            try world.expectBalance()
        }
    }

    /// What Apify is asked from there on: nothing that was known before.
    private static let questions: [Progress: [Operation]] = [
        .opened: [.startRun, .getRun, .listItems, .listItems],
        .startIntended: [.listRuns, .startRun, .getRun, .listItems, .listItems],
        .startedUnknown: [.listRuns, .getRecord, .getRun, .listItems, .listItems],
        .started: [.getRun, .listItems, .listItems], .ended: [.listItems, .listItems],
        .firstPageKept: [.listItems], .allKept: [],
    ]

    /// Does what a process does until it is killed.
    private func interrupt(_ world: World, at progress: Progress) throws -> String {
        let journal = FeedJournal(schema: world.test.schema)
        let connection = try world.test.connect()
        let opening = FeedJournal.Opening(
            runID: SecureRandom.uuid(), feed: world.feed.name, actorID: World.actor, itemPlatform: nil,
            startedAt: world.clock.now())
        let id = try journal.open(opening, lease: Self.gone, isGone: { _ in false }, connection)
        guard progress >= .startIntended else { return id }
        try journal.attemptStart(id, actorID: World.actor, at: world.clock.now(), lease: Self.gone, connection)
        guard progress >= .startedUnknown else { return id }
        let remote = try world.startElsewhere(input: world.feed.input)
        guard progress >= .started else { return id }
        try journal.recordStart(
            id, apifyRunID: remote.id, datasetID: remote.datasetID, lease: Self.gone, connection)
        guard progress >= .ended else { return id }
        try journal.recordEnd(
            id, remoteStatus: "SUCCEEDED", scrapedAt: world.clock.now(), datasetID: nil, lease: Self.gone, connection)
        let pages = progress.rawValue - Progress.ended.rawValue
        for offset in [0, 250].prefix(pages) { try keepPage(at: offset, of: id, world, connection) }
        return id
    }

    private func keepPage(
        at offset: Int, of id: String, _ world: World, _ connection: borrowing Connection
    ) throws {
        let journal = FeedJournal(schema: world.test.schema)
        let run = try #require(try journal.load(id, connection))
        let (items, end) = (DatasetItems.reels(300), min(offset + 250, 300))
        let kept = (offset..<end).map { index in
            let bytes = items.line(index)
            return KeptItem(ordinal: Int64(index), bytes: bytes, length: Int64(bytes.count))
        }
        try journal.keep(
            FeedJournal.Page(items: kept, nextOffset: end, total: 300), of: run, lease: Self.gone, connection)
    }

    @Test("a run of a process that is alive is not taken over")
    func alive() throws {
        try World.with(reels: 300) { world in
            let id = try interrupt(world, at: .ended)
            try world.lines("UPDATE \(unescaped: world.test.name).ingestion_runs SET lease_pid = 1")
            let before = try world.everything()
            #expect(world.run().error is StorageError)
            #expect(try world.everything() == before && world.stored(id).run.state == .running)
        }
    }
}
