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

    @Test("a reel of which no sighting counts any more keeps its own name when new ones come")
    func announcedLongAhead() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let (builder, feed) = (SnapshotBuilder(dataset: .live, schema: test.schema), Feed(test))
            func store(_ names: [String], day: Int64, publishedOn: Int64) throws {
                let time = Feed.hour(24 * day)
                let observations = names.map { name in
                    Observation(
                        key: ReelKey(reelID: name, platform: .youtube), scrapedAt: time,
                        publishTime: Feed.hour(24 * publishedOn), views: 10 * day, viewsSource: .viewCount,
                        creatorUsername: "made.up")
                }
                try feed.store(observations, at: time, connection)
            }
            try store(["ahead"], day: 0, publishedOn: 50)
            for day: Int64 in [95, 96] { try store((0..<40).map { "r\($0)" }, day: day, publishedOn: 90) }
            let known = try builder.present(after: nil, connection)
            try store(["new", "r1", "newer"], day: 97, publishedOn: 96)
            let next = try builder.present(after: known, connection)
            let told = Told.all(next.snapshot)
            #expect(told.difference(from: Told.all(try builder.present(after: nil, connection).snapshot)) == nil)
            let names = told.first?.cohorts.first?.reels.compactMap { $0.texts.first ?? nil } ?? []
            #expect(names.count == 43 && Set(names).isSuperset(of: ["ahead", "new", "newer", "r0"]))
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
