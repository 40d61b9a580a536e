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

/// A keeper that starts with what another one kept.
struct KeptKeeperTests {
    /// A database that goes away and comes back, and a folder for what is kept.
    private final class Place: Sendable {
        let test: TestDatabase
        let folder: TemporaryFolder
        private let isAway = Lock(false)
        private let proxy: DatabaseProxy
        private let lines = Lock([String]())

        init(_ test: TestDatabase) throws {
            self.test = test
            folder = try TemporaryFolder()
            let server = DatabaseProxy.socket(inFolder: try KeeperTests.socketFolder())
            let isAway = isAway
            proxy = try DatabaseProxy(in: folder.path, to: server) { _ in isAway.withLock { $0 } ? .cut : .pass }
        }

        func setAway(_ isAway: Bool) {
            self.isAway.withLock { $0 = isAway }
            if isAway { proxy.cut() }
        }

        /// What was logged.
        var log: [String] { lines.withLock { $0 } }

        func keeper(stateFolder: String? = nil) -> SnapshotKeeper {
            let lines = lines
            return SnapshotKeeper(
                database: Database(address: proxy.address, applicationName: "shortpulse-tests"), schema: test.schema,
                stateFolder: stateFolder ?? folder.path
            ) { line in lines.withLock { $0.append(line) } }
        }

        /// Has a keeper keep what there is.
        func keep() throws {
            let keeper = keeper()
            keeper.loadOnce()
            try keeper.start()
            defer { keeper.stop() }
            try #require(eventually { self.isKept })
        }

        private var isKept: Bool {
            let reader = keeper()
            return reader.loadKept()
        }

        func store(_ hour: Int64, _ connection: borrowing Connection) throws {
            let observations = (0..<25).map { number in
                Observation(
                    key: ReelKey(reelID: "r\(number)", platform: .tiktok), scrapedAt: Feed.hour(hour),
                    publishTime: Feed.hour(-48), views: 1_000 * hour + number, viewsSource: .playCount, likes: 3)
            }
            try Feed(test).store(observations, at: Feed.hour(hour), connection)
        }
    }

    private static func with(_ body: (Place, borrowing Connection) throws -> Void) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let place = try Place(test)
            for hour: Int64 in [1, 6] { try place.store(hour, connection) }
            try place.keep()
            try body(place, connection)
        }
    }

    /// Waits until `condition` holds.
    private static func eventually(_ condition: () -> Bool) -> Bool {
        for _ in 0..<2_000 where !condition() { Thread.pause(for: .milliseconds(5)) }
        return condition()
    }

    @Test("without the database it shows what was kept, unconfirmed; and confirms it when the database is back")
    func comesBack() throws {
        try Self.with { place, _ in
            place.setAway(true)
            let keeper = place.keeper()
            #expect(keeper.loadKept())
            try keeper.start()
            defer { keeper.stop() }
            let kept = try #require(keeper.current(.live))
            #expect(kept.isUnconfirmed && kept.snapshot.clocks == [.tiktok: Feed.hour(6)])
            #expect(try keeper.edition(.live, clocks: [.tiktok: Feed.hour(7)]).snapshot.clocks[.tiktok] == Feed.hour(7))
            #expect(throws: DataUnavailable.self) { try keeper.edition(.live, clocks: [.tiktok: Feed.hour(3)]) }
            place.setAway(false)
            #expect(Self.eventually { keeper.current(.live)?.isUnconfirmed == false })
            let confirmed = try #require(keeper.current(.live))
            #expect(confirmed.snapshot[.tiktok] === kept.snapshot[.tiktok])
        }
    }

    @Test("a run that came meanwhile is taken up from what was kept, and kept in its turn")
    func newer() throws {
        try Self.with { place, connection in
            try place.store(12, connection)
            let keeper = place.keeper()
            #expect(keeper.loadKept())
            try keeper.start()
            defer { keeper.stop() }
            keeper.awaitFirstLook(for: .seconds(10))
            let edition = try #require(keeper.current(.live))
            #expect(!edition.isUnconfirmed && edition.snapshot.clocks == [.tiktok: Feed.hour(12)])
            let full = place.keeper()
            full.loadOnce()
            let expected = try #require(full.current(.live))
            #expect(Told.all(edition.snapshot).difference(from: Told.all(expected.snapshot)) == nil)
            #expect(
                Self.eventually {
                    let next = place.keeper()
                    return next.loadKept() && next.current(.live)?.snapshot.clocks == [.tiktok: Feed.hour(12)]
                })
        }
    }

    @Test("a file that is damaged is told of once, and replaced")
    func damaged() throws {
        try Self.with { place, _ in
            let path = "\(place.folder.path)/\(place.test.schema.name).snapshot"
            try File.write(Array(try File.read(path, limit: 1 << 24).dropLast()), to: path)
            let before = place.log.count
            #expect(!place.keeper().loadKept())
            #expect(place.log.dropFirst(before).allSatisfy { $0.contains(path) && $0.contains("discarded") })
            #expect(place.log.count == before + 1)
            try place.keep()
        }
    }

    @Test("where nothing can be kept, that is said once, and all else goes on")
    func noFolder() throws {
        try Self.with { place, connection in
            let keeper = place.keeper(stateFolder: "/nowhere/at/all")
            #expect(!keeper.loadKept())
            keeper.loadOnce()
            try keeper.start()
            defer { keeper.stop() }
            let isTold = { place.log.contains { $0.contains("not kept on disk") && $0.contains("/nowhere/at/all") } }
            #expect(Self.eventually(isTold))
            try place.store(12, connection)
            #expect(Self.eventually { keeper.current(.live)?.snapshot.clocks == [.tiktok: Feed.hour(12)] })
            #expect(place.log.count { $0.contains("not kept on disk") } == 1)
        }
    }
}
