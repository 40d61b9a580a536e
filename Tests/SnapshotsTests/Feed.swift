import Postgres
import Reels
import Storage
import System
import TestDatabase

/// What stores runs in a test's schema.
struct Feed {
    let schema: Schema
    private static let lease = Lease(host: "test", processID: 1)

    init(_ test: TestDatabase) {
        schema = test.schema
    }

    /// 2026-06-12T00:00:00Z.
    static let start = Instant(seconds: 1_781_222_400)

    /// A time of the made-up feed.
    static func hour(_ hour: Int64) -> Instant {
        start.advanced(byMicroseconds: hour * Microseconds.hour)
    }

    /// Stores a finished run that looked at the platforms at `time`. `rejectedCount` items of it are kept and not yet understood.
    ///
    /// - Returns: the run.
    @discardableResult
    func store(
        _ observations: [Observation], at time: Instant, isExact: Bool = true, surface: String = "recommended",
        rejectedCount: Int = 0, _ connection: borrowing Connection
    ) throws -> Run {
        let runs = RunStore(schema: schema)
        var run = Run(id: SecureRandom.uuid(), source: .import, state: .running, startedAt: Self.start)
        try runs.begin(run, scrapedAtIsExact: isExact, lease: Self.lease, isGone: { _ in false }, connection)
        try connection.transaction { connection in
            let rejected = IncomingItem.Outcome.rejected(code: "made_up", reason: "made up", reelID: nil, platform: nil)
            var items = observations.map { .sighting($0) } + Array(repeating: rejected, count: rejectedCount)
            items.reverse()
            run.counts = try RunWriter(schema: schema).store(
                runID: run.id, scrapedAtIsExact: isExact, surface: surface, connection
            ) {
                items.popLast().map { IncomingItem(keptBytes: [0], length: 1, outcome: $0) }
            }
            run.state = .succeeded
            run.scrapedAt = time
            let platforms = Set(observations.map(\.key.platform))
            run.platform = platforms.count == 1 ? platforms.first : nil
            run.finishedAt = Self.start
            try runs.finish(run, lease: Self.lease, connection)
        }
        return run
    }

    /// Has items of a run that were not understood tell `observations` now.
    func replay(
        _ run: Run, _ observations: [Observation], isExact: Bool = true, surface: String = "recommended",
        _ connection: borrowing Connection
    ) throws {
        try connection.transaction { connection in
            var rest = observations[...]
            _ = try RunWriter(schema: schema).replay(
                runID: run.id, scrapedAtIsExact: isExact, surface: surface, connection
            ) { _ in
                rest.popFirst().map { .sighting($0) }
                    ?? .rejected(code: "made_up", reason: "made up", reelID: nil, platform: nil)
            }
            try FeedJournal(schema: schema).recount(run.id, connection)
        }
    }
}
