import Postgres
import Reels
import Storage
import System
import TestDatabase

/// Runs and reels for the tests of this room.
enum Fixture {
    /// An hour of a day in June 2026.
    static func hour(_ hour: Int64) -> Instant {
        Instant(seconds: 1_781_222_400 + hour * 3_600)
    }

    /// A reel seen at an hour of that day.
    static func reel(_ id: String, views: Int64, likes: Int64? = nil, hour: Int64 = 6) -> Observation {
        Observation(
            key: ReelKey(reelID: id, platform: .instagram), scrapedAt: self.hour(hour), publishTime: self.hour(0),
            views: views, viewsSource: .videoPlayCount, reelURL: "https://www.instagram.com/p/\(id)/",
            creatorUsername: "made.up", likes: likes, comments: 3, shares: 4, saves: 9,
            captionText: "caption of \(id) \u{202E}عربي 🎈", hashtags: ["one", "t\"wo,{}", ""], durationSeconds: 12.5)
    }

    /// A reel whose every field differs from every other.
    static let fullReel = Observation(
        key: ReelKey(reelID: "full-1", platform: .tiktok), scrapedAt: hour(6), publishTime: hour(-24),
        publishTimeIsExact: false, views: 101, viewsSource: .playCount,
        reelURL: "https://www.tiktok.com/@made.up/video/1",
        creatorUsername: "made.up", likes: 102, comments: 103, shares: 104, saves: 105, captionText: "caption",
        audioID: "sound-1", audioName: "Sound One", hashtags: ["one", "t\"wo"], durationSeconds: 12.5)

    /// Stores one finished run of these items.
    @discardableResult
    static func store(
        _ outcomes: [IncomingItem.Outcome], in test: TestDatabase, _ connection: borrowing Connection,
        scrapedAtIsExact: Bool = true, startedAt: Instant = hour(0)
    ) throws -> ItemCounts {
        let runs = RunStore(schema: test.schema)
        var run = Run(id: SecureRandom.uuid(), source: .import, state: .running, startedAt: startedAt)
        try runs.begin(run, lease: Lease(host: "test", processID: 1), isGone: { _ in false }, connection)
        return try connection.transaction { connection in
            var rest = outcomes[...]
            run.counts = try RunWriter(schema: test.schema).store(
                runID: run.id, scrapedAtIsExact: scrapedAtIsExact, surface: "test", connection
            ) {
                rest.popFirst().map { IncomingItem(keptBytes: [0, 1, 255], length: 3, outcome: $0) }
            }
            run.state = .succeeded
            run.finishedAt = hour(1)
            try runs.finish(run, lease: Lease(host: "test", processID: 1), connection)
            return run.counts
        }
    }
}
