import Postgres
import Reels
import Scoring
import Site
import Snapshots
import Storage
import TestDatabase
import Testing

struct ObservationTimeTests {
    private static func seen(_ hour: Int64, _ platforms: Platform...) -> [Observation] {
        platforms.map { platform in
            Observation(
                key: ReelKey(reelID: "a", platform: platform), scrapedAt: Feed.hour(hour), publishTime: Feed.hour(-48),
                views: 9, viewsSource: .playCount)
        }
    }

    private static func time(_ hour: Int64, _ platforms: Set<Platform>?) -> ObservationTime {
        ObservationTime(Feed.hour(hour), platforms: platforms)
    }

    private static func with(
        _ body: (Feed, SnapshotKeeper, TestDatabase, borrowing Connection) throws -> Void
    ) throws {
        try TestDatabase.with { test in
            let keeper = SnapshotKeeper(database: test.database, schema: test.schema) { _ in }
            try body(Feed(test), keeper, test, try test.connect())
        }
    }

    @Test("an edition tells when which platforms were seen, of the present and of the past")
    func told() throws {
        try Self.with { feed, keeper, _, connection in
            for (hour, platforms) in [(6, [Platform.tiktok]), (1, [.youtube, .tiktok]), (6, [.instagram])] {
                try feed.store(
                    platforms.flatMap { Self.seen(Int64(hour), $0) }, at: Feed.hour(Int64(hour)), connection)
            }
            // It brought nothing.
            try feed.store([], at: Feed.hour(9), connection)
            keeper.loadOnce()
            let expected = [Self.time(1, nil), Self.time(6, [.instagram, .tiktok])]
            #expect(keeper.current(.live)?.times == expected)
            for hour in [Int64(3), 7] {
                let clocks = Dictionary(uniqueKeysWithValues: Platform.allCases.map { ($0, Feed.hour(hour)) })
                #expect(try keeper.edition(.live, clocks: clocks).times == expected)
            }
        }
    }

    @Test("only the newest few hundred are told")
    func newest() throws {
        try Self.with { feed, keeper, test, connection in
            try feed.store(Self.seen(1, .tiktok), at: Feed.hour(1), connection)
            try connection.execute(
                """
                -- test.many_runs
                INSERT INTO \(unescaped: test.schema.name).ingestion_runs
                    (id, source, platform, state, started_at, finished_at, scraped_at, items_received, items_observed)
                SELECT gen_random_uuid(), 'import', 'tiktok', 'succeeded', at, at, at, 1, 1
                FROM (SELECT \(Feed.hour(2).iso8601)::timestamptz + n * interval '1 hour' AS at FROM generate_series(1, 500) n) runs
                """)
            keeper.loadOnce()
            let times = try #require(keeper.current(.live)?.times)
            #expect(times.count == 280 && times.last == Self.time(502, [.tiktok]))
            #expect(times == times.sorted { $0.instant < $1.instant })
        }
    }

    @Test("an instant that is no longer answered is not told")
    func detached() throws {
        try Self.with { feed, keeper, test, connection in
            let days = { (days: Int64) in days * 24 }
            let hours = [1, days(200), days(201), days(202)]
            for hour in hours {
                let seen = (0..<2).map { number in
                    Observation(
                        key: ReelKey(reelID: "r\(number)", platform: .tiktok), scrapedAt: Feed.hour(hour),
                        publishTime: Feed.hour(-48), views: hour, viewsSource: .playCount)
                }
                try feed.store(seen, at: Feed.hour(hour), connection)
            }
            keeper.loadOnce()
            #expect(keeper.current(.live)?.times.first == Self.time(1, [.tiktok]))
            let month = try #require(CalendarMonth(String(Feed.hour(1).iso8601.prefix(7))))
            _ = try EventMonths(schema: test.schema).detach(month, connection)
            keeper.loadOnce()
            let since = try #require(try EventMonths(schema: test.schema).answerableSince(connection))
            let times = try #require(keeper.current(.live)?.times)
            #expect(times.allSatisfy { $0.instant >= since } && times.last == Self.time(days(202), [.tiktok]))
        }
    }
}
