import Postgres
import Reels
import Scoring
import Snapshots
import Storage
import TestDatabase
import Testing

struct IncrementalTests {
    @Test("a run that is read as what has changed gives bit for bit what reading all gives", arguments: 0..<32)
    func equalToFull(seed: Int) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let builder = SnapshotBuilder(dataset: .live, schema: test.schema)
            var stored = StoredHistory(test, RandomHistory(seed: UInt64(seed)))
            var known: SnapshotBuilder.Build?
            var updates = 0
            while try stored.storeNext(connection) {
                if let known { updates += try Self.updates(of: known, test.schema, connection) }
                let next = try builder.present(after: known, connection)
                let full = try builder.present(after: nil, connection)
                let past = try builder.past(full.snapshot.clocks, connection)
                #expect(next.version == full.version && next.snapshot.clocks == full.snapshot.clocks)
                for platform in Platform.allCases {
                    let place = "\(platform), step \(stored.step)"
                    guard stored.isTouched(platform) else {
                        #expect(known?.snapshot[platform] === next.snapshot[platform], "\(place)")
                        continue
                    }
                    let told = Told.all(next.snapshot, platform)
                    #expect(told.difference(from: Told.all(full.snapshot, platform)) == nil, "\(place)")
                    #expect(told.difference(from: Told.all(past.snapshot, platform)) == nil, "past, \(place)")
                }
                known = next
            }
            #expect(updates >= 5)
        }
    }

    /// How many platforms will be read as what has changed since `known`.
    private static func updates(
        of known: SnapshotBuilder.Build, _ schema: Schema, _ connection: borrowing Connection
    ) throws -> Int {
        let loader = StateLoader(schema: schema)
        let times = try loader.finishedRuns(connection).times(changedSince: known.runs) ?? []
        var updates = 0
        for platform in known.snapshot.platforms.map(\.data) {
            guard try loader.hasSightings(platform.platform, at: times, connection) else { continue }
            if try loader.isUpdateCheaper(platform, runsAt: times, connection) { updates += 1 }
        }
        return updates
    }
}
