import Postgres
import Reels
import Sample
import Scoring
import Snapshots
import Storage
import TestDatabase
import Testing

struct TimeTravelTests {
    private static func clocks(_ instant: Instant) -> [Platform: Instant] {
        Dictionary(uniqueKeysWithValues: Platform.allCases.map { ($0, instant) })
    }

    @Test(
        "an instant is answered for ever as it was, but where an observation comes late: then as all that is stored says",
        arguments: 100..<106)
    func forEver(seed: Int) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let builder = SnapshotBuilder(dataset: .live, schema: test.schema)
            var random = SplitMix64(seed: UInt64(seed))
            var stored = StoredHistory(test, RandomHistory(seed: UInt64(seed)))
            var known: [Instant: [Told]] = [:]
            while try stored.storeNext(connection) {
                let present = try builder.present(after: nil, connection)
                for instant in Self.instants(stored, &random) where known.count < 6 { known[instant] = [] }
                for (instant, before) in known {
                    let past = try builder.past(Self.clocks(instant), connection)
                    let told = Told.all(past.snapshot)
                    if !before.isEmpty, stored.time > instant {
                        #expect(told.difference(from: before) == nil)
                    } else {
                        for platform in past.snapshot.platforms {
                            try Reference(platform.data.platform, asOf: instant, in: stored.sightings).check(platform)
                        }
                    }
                    known[instant] = told
                    let later = try builder.later(present, asOf: Self.clocks(instant))
                    #expect((later == nil) == present.snapshot.clocks.values.contains { $0 > instant })
                    #expect(later.flatMap { Told.all($0.snapshot).difference(from: told) } == nil)
                }
            }
        }
    }

    /// The time of a run, a moment before it, one between two runs, and one after all of them.
    private static func instants(_ stored: StoredHistory, _ random: inout SplitMix64) -> [Instant] {
        let times = Set(stored.sightings.map(\.seen.scrapedAt)).sorted()
        let between = Int64.random(in: times[0].microseconds...times[times.count - 1].microseconds, using: &random)
        return [
            random.pick([random.pick(times), random.pick(times).advanced(byMicroseconds: -1)]),
            random.pick([
                Instant(microseconds: between), times[times.count - 1].advanced(byMicroseconds: Microseconds.hour),
            ]),
        ]
    }

    @Test("before everything there is nothing, and at each run's own time it is there")
    func edges() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let builder = SnapshotBuilder(dataset: .live, schema: test.schema)
            var stored = StoredHistory(test, RandomHistory(seed: 1, smallRuns: 0))
            while try stored.storeNext(connection) {}
            for (instant, isThere) in [(Feed.start.advanced(byMicroseconds: -1), false), (Feed.start, true)] {
                let snapshot = try builder.past(Self.clocks(instant), connection).snapshot
                #expect(snapshot.platforms.count == 3)
                for cohort in snapshot.cohorts(window: .quarter) {
                    #expect((cohort.count > 0) == isThere && cohort.asOf == instant)
                }
                #expect(snapshot.platforms.allSatisfy { $0.data.previous == nil })
            }
        }
    }
}
