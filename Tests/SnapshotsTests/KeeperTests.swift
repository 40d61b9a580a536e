import DatabaseProxy
import Postgres
import Reels
import Scoring
import Site
import Snapshots
import Storage
import System
import TestDatabase
import Testing

struct KeeperTests {
    /// A few reels of one platform, all seen by each run.
    private static func observations(at time: Instant, views: Int64) -> [Observation] {
        (0..<25).map { number in
            Observation(
                key: ReelKey(reelID: "r\(number)", platform: .tiktok), scrapedAt: time, publishTime: Feed.hour(-48),
                views: views + Int64(number), viewsSource: .playCount, likes: 3)
        }
    }

    private static let key = ReelKey(reelID: "r3", platform: .tiktok)

    private static func clocks(_ hour: Int64) -> [Platform: Instant] {
        [.tiktok: Feed.hour(hour)]
    }

    private static func mostViews(_ edition: Edition) -> Int64? {
        let cohort = edition.snapshot.cohorts(window: .quarter, platform: .tiktok).first
        return cohort.flatMap { cohort in (0..<cohort.count).map { cohort[$0].views }.max() }
    }

    /// Where the server of the tests, which `scripts/with-test-database` provides, has its socket.
    static func socketFolder() throws -> String {
        let address = try #require(Environment.value("SHORTPULSE_TEST_DATABASE_URL"))
        let host = try #require(address.split(separator: "@").last?.split(separator: ":").first)
        return host.split(separator: "%2F").map { "/" + $0 }.joined()
    }

    /// Stores runs, and hands `body` a keeper that knows of them.
    private static func with(
        hours: [Int64], _ body: (TestDatabase, Feed, SnapshotKeeper, borrowing Connection) throws -> Void
    ) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let feed = Feed(test)
            let keeper = SnapshotKeeper(database: test.database, schema: test.schema) { _ in }
            for hour in hours { try store(hour, views: hour * 1_000, feed, connection) }
            keeper.loadOnce()
            try body(test, feed, keeper, connection)
        }
    }

    private static func store(
        _ hour: Int64, views: Int64, _ feed: Feed, _ connection: borrowing Connection
    ) throws {
        try feed.store(observations(at: Feed.hour(hour), views: views), at: Feed.hour(hour), connection)
    }

    @Test("an instant of the past stays the same edition, whatever is seen later")
    func later() throws {
        try Self.with(hours: [1, 6]) { _, feed, keeper, connection in
            let edition = try keeper.edition(.live, clocks: Self.clocks(3))
            #expect(Self.mostViews(edition) == 1_024)
            #expect(try keeper.edition(.live, clocks: Self.clocks(3)) === edition)
            let before = try #require(keeper.current(.live))
            try Self.store(12, views: 12_000, feed, connection)
            keeper.loadOnce()
            #expect(keeper.current(.live) !== before)
            #expect(keeper.current(.live).flatMap { Self.mostViews($0) } == 12_024)
            #expect(try keeper.edition(.live, clocks: Self.clocks(3)) === edition)
        }
    }

    @Test("an instant whose month was detached is no longer answered, though it was kept")
    func detached() throws {
        let days = { (days: Int64) in days * 24 }
        try Self.with(hours: [1, 6]) { test, feed, keeper, connection in
            let edition = try keeper.edition(.live, clocks: Self.clocks(3))
            for hour in [days(200), days(201), days(202)] { try Self.store(hour, views: 9, feed, connection) }
            keeper.loadOnce()
            #expect(try keeper.edition(.live, clocks: Self.clocks(3)) === edition)
            let month = try #require(CalendarMonth(String(Feed.hour(3).iso8601.prefix(7))))
            _ = try EventMonths(schema: test.schema).detach(month, connection)
            keeper.loadOnce()
            #expect {
                try keeper.edition(.live, clocks: Self.clocks(3))
            } throws: {
                ($0 as? DataUnavailable)?.isForGood == true
            }
            #expect(
                try keeper.edition(.live, clocks: Self.clocks(days(201)))
                    === keeper.edition(.live, clocks: Self.clocks(days(201))))
        }
    }

    @Test("an observation that comes late makes it another one", arguments: [(2, true), (3, true), (4, false)])
    func late(hour: Int64, isChanged: Bool) throws {
        try Self.with(hours: [1, 6]) { _, feed, keeper, connection in
            let edition = try keeper.edition(.live, clocks: Self.clocks(3))
            try Self.store(hour, views: 500_000, feed, connection)
            keeper.loadOnce()
            let after = try keeper.edition(.live, clocks: Self.clocks(3))
            #expect((after !== edition) == isChanged)
            #expect(Self.mostViews(after) == (isChanged ? 500_024 : 1_024))
            #expect(try keeper.edition(.live, clocks: Self.clocks(3)) === after)
        }
    }

    @Test("an instant later than the clock is another one as soon as something was seen before it")
    func ahead() throws {
        try Self.with(hours: [1, 6]) { _, feed, keeper, connection in
            let edition = try keeper.edition(.live, clocks: Self.clocks(9))
            #expect(Self.mostViews(edition) == 6_024)
            try Self.store(12, views: 12_000, feed, connection)
            keeper.loadOnce()
            #expect(try keeper.edition(.live, clocks: Self.clocks(9)) === edition)
            try Self.store(8, views: 8_000, feed, connection)
            keeper.loadOnce()
            let after = try keeper.edition(.live, clocks: Self.clocks(9))
            #expect(after !== edition && Self.mostViews(after) == 8_024)
        }
    }

    @Test("the background thread notices a finished run")
    func background() throws {
        try Self.with(hours: [1]) { _, feed, keeper, connection in
            try keeper.start()
            defer { keeper.stop() }
            let before = try #require(keeper.current(.live))
            try Self.store(6, views: 6_000, feed, connection)
            for _ in 0..<2_000 where keeper.current(.live) === before { Thread.pause(for: .milliseconds(5)) }
            #expect(keeper.current(.live).flatMap { Self.mostViews($0) } == 6_024)
        }
    }

    @Test("everything that is kept of one reel is read, up to the instant")
    func record() throws {
        try Self.with(hours: [1, 6, 12]) { _, _, keeper, _ in
            for (hour, expected) in [(12, [1_003, 6_003, 12_003]), (11, [1_003, 6_003]), (0, [])] as [(Int64, [Int64])]
            {
                let record = try keeper.record(of: Self.key, in: .live, until: Feed.hour(hour))
                #expect(record.observations.map(\.seen.views) == expected)
            }
            let unmigrated = #expect(throws: DataUnavailable.self) {
                try keeper.record(of: Self.key, in: .sample, until: Feed.hour(12))
            }
            #expect(unmigrated?.description.contains("migrate") == true)
        }
    }

    @Test("without the database kept instants and those after the clock are answered, and no others")
    func withoutDatabase() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let folder = try TemporaryFolder()
            let isAway = Lock(false)
            let server = DatabaseProxy.socket(inFolder: try Self.socketFolder())
            let proxy = try DatabaseProxy(in: folder.path, to: server) { _ in isAway.withLock { $0 } ? .cut : .pass }
            let database = Database(address: proxy.address, applicationName: "shortpulse-tests")
            let keeper = SnapshotKeeper(database: database, schema: test.schema) { _ in }
            for hour: Int64 in [1, 6] { try Self.store(hour, views: hour * 1_000, Feed(test), connection) }
            keeper.loadOnce()
            let kept = try keeper.edition(.live, clocks: Self.clocks(3))
            isAway.withLock { $0 = true }
            proxy.cut()
            #expect(try keeper.edition(.live, clocks: Self.clocks(3)) === kept)
            #expect(Self.mostViews(try keeper.edition(.live, clocks: Self.clocks(7))) == 6_024)
            #expect(Self.mostViews(try keeper.edition(.live, clocks: Self.clocks(6))) == 6_024)
            #expect(throws: DataUnavailable.self) { try keeper.edition(.live, clocks: Self.clocks(2)) }
            #expect(throws: DataUnavailable.self) {
                try keeper.record(of: Self.key, in: .live, until: Feed.hour(6))
            }
            let current = keeper.current(.live)
            keeper.loadOnce()
            #expect(current != nil && keeper.current(.live) === current)
            isAway.withLock { $0 = false }
            #expect(Self.mostViews(try keeper.edition(.live, clocks: Self.clocks(2))) == 1_024)
        }
    }
}
