import Postgres
import Reels
import Storage
import TestDatabase
import Testing

/// Three sightings of January 2026, and runs long after it: a month that may be detached.
enum January {
    /// One reel seen twice, one seen in the month's last hour, and one that each of `runs` sees.
    static func fill(
        _ test: TestDatabase, _ connection: borrowing Connection,
        runs: [String] = ["2026-05-10T00:00:00Z", "2026-05-10T06:00:00Z"]
    ) throws {
        try see("old", at: "2026-01-10T06:00:00Z", views: 10, test, connection)
        try see("old", at: "2026-01-11T06:00:00Z", views: 20, test, connection)
        try see(
            "last", at: "2026-01-31T23:30:00Z", published: "2026-01-31T23:00:00Z", views: 30, test, connection)
        for run in runs {
            try see("new", at: run, published: "2026-05-01T00:00:00Z", views: 40, test, connection)
        }
    }

    /// Stores a run that saw one reel.
    static func see(
        _ id: String, _ platform: Platform = .instagram, at time: String, published: String = "2026-01-10T00:00:00Z",
        views: Int64 = 1, _ test: TestDatabase, _ connection: borrowing Connection
    ) throws {
        let observation = Observation(
            key: ReelKey(reelID: id, platform: platform), scrapedAt: try #require(Instant(iso8601: time)),
            publishTime: try #require(Instant(iso8601: published)), views: views, viewsSource: .videoPlayCount,
            reelURL: nil, creatorUsername: "made.up", likes: 1, comments: 2, shares: 3, saves: 4, captionText: nil)
        try Fixture.store([.sighting(observation)], in: test, connection)
    }

    /// Makes the partition of the month in which `instant` lies, empty.
    static func makePartition(
        of instant: String, _ test: TestDatabase, _ connection: borrowing Connection
    ) throws {
        try connection.execute(
            "SELECT \(unescaped: test.name).ensure_events_partition(\(instant)::timestamptz)")
    }

    static func count(_ table: String, _ test: TestDatabase, _ connection: borrowing Connection) throws -> Int64? {
        try connection.execute("SELECT count(*) FROM \(unescaped: test.name).\(name: table)").integer(0, 0)
    }

    /// Every latest state, in full.
    static func latestStates(_ test: TestDatabase, _ connection: borrowing Connection) throws -> [String] {
        try lines("SELECT state::text FROM \(unescaped: test.name).reels_latest_state AS state ORDER BY 1", connection)
    }

    /// The state of every reel that is in a cohort as of `instant`, in full, from the observations.
    static func cohort(
        asOf instant: String, _ test: TestDatabase, _ connection: borrowing Connection
    ) throws -> [String] {
        try lines(
            """
            SELECT state::text FROM (
                SELECT DISTINCT ON (reel_id, platform) * FROM \(unescaped: test.name).reels_raw_events
                WHERE scraped_at <= \(instant)::timestamptz ORDER BY reel_id, platform, scraped_at DESC
            ) AS state
            WHERE publish_time BETWEEN \(instant)::timestamptz - interval '2160 hours' AND \(instant)::timestamptz
            ORDER BY 1
            """, connection)
    }

    private static func lines(_ query: Query, _ connection: borrowing Connection) throws -> [String] {
        let rows = try connection.execute(query)
        return (0..<rows.count).compactMap { rows.text($0, 0) }
    }
}
