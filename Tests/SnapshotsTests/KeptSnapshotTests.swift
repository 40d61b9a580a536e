import FoundationEssentials
import Postgres
import Reels
import Scoring
import Site
import Snapshots
import Storage
import System
import TestDatabase
import Testing

/// What is kept on disk, and how it is read again.
struct KeptSnapshotTests {
    /// A file of a small history, and what is in it.
    private static func withFile(
        _ body: (TestDatabase, SnapshotFile, SnapshotBuilder, SnapshotBuilder.Build) throws -> Void
    ) throws {
        try TestDatabase.with { test in
            let folder = try TemporaryFolder()
            let connection = try test.connect()
            let key = ReelKey(reelID: "r", platform: .youtube)
            for hour: Int64 in [1, 6] {
                let seen = Observation(
                    key: key, scrapedAt: Feed.hour(hour), publishTime: Feed.hour(0), views: hour,
                    viewsSource: .viewCount, creatorUsername: "crème", captionText: "🥁")
                try Feed(test).store([seen], at: Feed.hour(hour), connection)
            }
            let builder = SnapshotBuilder(dataset: .live, schema: test.schema)
            let build = try builder.present(after: nil, connection)
            let file = SnapshotFile(inFolder: folder.path, .live, test.schema, of: test.database)
            try file.write(build)
            try body(test, file, builder, build)
            withExtendedLifetime(folder) {}
        }
    }

    /// Without waiting for the disk, as `File` would.
    private static func put(_ bytes: [UInt8], in file: SnapshotFile) throws {
        try Data(bytes).write(to: URL(filePath: file.path))
    }

    @Test(
        "a snapshot from the file is bit for bit that from the database, and so is what a run makes of it",
        arguments: 0..<4)
    func equal(seed: Int) throws {
        try TestDatabase.with { test in
            let folder = try TemporaryFolder()
            let connection = try test.connect()
            let builder = SnapshotBuilder(dataset: .live, schema: test.schema)
            let file = SnapshotFile(inFolder: folder.path, .live, test.schema, of: test.database)
            var stored = StoredHistory(test, RandomHistory(seed: UInt64(seed)))
            var kept: SnapshotBuilder.Build?
            while try stored.storeNext(connection) {
                let full = try builder.present(after: nil, connection)
                let next = try builder.present(after: kept, connection)
                #expect(Told.all(next.snapshot).difference(from: Told.all(full.snapshot)) == nil, "\(stored.step)")
                try file.write(next)
                let read = try #require(try file.read(by: builder))
                #expect(Told.all(read.snapshot).difference(from: Told.all(next.snapshot)) == nil, "\(stored.step)")
                #expect(read.version == next.version && read.runs == next.runs)
                #expect(read.answerableSince == next.answerableSince)
                for path in ["/reels/performance", "/performance", "/", "/performance?window=90d&platform=tiktok"] {
                    #expect(try Self.answer(read.edition, path) == Self.answer(full.edition, path), "\(path)")
                }
                kept = read
            }
        }
    }

    private static func answer(_ edition: Edition, _ path: String) throws -> [UInt8] {
        let site = Site(
            configuration: SiteConfiguration(environment: "test"), snapshots: OneEdition(edition: edition),
            ingestion: NoDesk(), now: { Feed.hour(24 * 400) })
        let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
        let response = site.respond(
            to: Request(method: "GET", path: parts[0], query: parts.count > 1 ? parts[1] : "", headers: [:], body: []))
        #expect(response.status == 200)
        return response.body
    }

    @Test("a file that was cut off anywhere is not read")
    func truncated() throws {
        try Self.withFile { _, file, builder, _ in
            let bytes = try File.read(file.path, limit: 1 << 20)
            for length in 0..<bytes.count {
                try Self.put(Array(bytes[..<length]), in: file)
                #expect(throws: SnapshotFileError.damaged, "\(length)") { try file.read(by: builder) }
            }
            try Self.put(bytes + [0], in: file)
            #expect(throws: SnapshotFileError.damaged) { try file.read(by: builder) }
        }
    }

    @Test("a file of which any byte was changed is not read")
    func changed() throws {
        try Self.withFile { _, file, builder, _ in
            let bytes = try File.read(file.path, limit: 1 << 20)
            for place in bytes.indices {
                for bits: UInt8 in [1, 0x80, 0xff] {
                    var changed = bytes
                    changed[place] ^= bits
                    try Self.put(changed, in: file)
                    #expect(throws: SnapshotFileError.self, "\(place)") { try file.read(by: builder) }
                }
            }
        }
    }

    @Test("a file of something else is told apart from one that is damaged")
    func foreign() throws {
        try Self.withFile { test, file, builder, build in
            let bytes = try File.read(file.path, limit: 1 << 20)
            func error(_ bytes: [UInt8]) throws -> SnapshotFileError? {
                try Self.put(bytes, in: file)
                return #expect(throws: SnapshotFileError.self) { try file.read(by: builder) }
            }
            #expect(try error(Array("<html>".utf8) + bytes) == .foreign)
            #expect(try error(bytes[..<8] + [99, 0, 0, 0] + bytes[12...]) == .format(99))
            let elsewhere = Database(address: "postgresql://other/name", applicationName: "test")
            let folder = String(file.path.dropLast(test.schema.name.count + "/.snapshot".count))
            try SnapshotFile(inFolder: folder, .live, test.schema, of: elsewhere).write(build)
            #expect(throws: SnapshotFileError.otherSource) { try file.read(by: builder) }
            try SnapshotFile(inFolder: folder, .sample, test.schema, of: test.database).write(build)
            #expect(throws: SnapshotFileError.otherSource) { try file.read(by: builder) }
            try file.write(build)
            #expect(try file.read(by: builder)?.version == build.version)
            #expect(try SnapshotFile(inFolder: "/nowhere", .live, test.schema, of: elsewhere).read(by: builder) == nil)
        }
    }

    @Test(
        "a password that changes leaves it the same database",
        arguments: [
            ("postgresql://a:one@h:5432/n", "postgresql://a:t%40o@h:5432/n", true),
            ("host=h password=one dbname=n", "host=h password=two dbname=n", true),
            ("postgresql://a:one@h/n", "postgresql://b:one@h/n", false),
            ("postgresql://a@h/n", "postgresql://a@h/m", false),
        ])
    func password(one: String, other: String, isSame: Bool) {
        let places = [one, other].map { Database(address: $0, applicationName: "test").place }
        #expect((places[0] == places[1]) == isSame)
        #expect(!places.contains { $0.contains("one") || $0.contains("two") })
    }

    @Test("two that write at once leave a whole file, which its owner alone may read")
    func together() throws {
        try Self.withFile { _, file, builder, build in
            let writers = try (0..<4).map { _ in
                try Background(name: "writer") { Result { for _ in 0..<25 { try file.write(build) } } }
            }
            for _ in 0..<50 { #expect(try file.read(by: builder)?.version == build.version) }
            for writer in writers { try writer.value().get() }
            #expect(try file.read(by: builder)?.version == build.version)
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }
}

/// A provider of nothing but one edition.
private struct OneEdition: SnapshotProvider {
    let edition: Edition

    func current(_ dataset: Dataset) -> Edition? { dataset == edition.snapshot.dataset ? edition : nil }

    func edition(_ dataset: Dataset, clocks: [Platform: Instant]) throws(DataUnavailable) -> Edition {
        throw DataUnavailable("there is none")
    }

    func record(of key: ReelKey, in dataset: Dataset, until instant: Instant) throws(DataUnavailable) -> ReelRecord {
        throw DataUnavailable("there is none")
    }
}

/// A desk without a database.
private struct NoDesk: IngestionDesk {
    func databaseIsReachable() -> Bool { false }
    func status() throws(DataUnavailable) -> IngestionStatus { throw DataUnavailable("there is none") }
    func runs(limit: Int, after cursor: RunCursor?) throws(DataUnavailable) -> [Run] { [] }
    func run(id: String) throws(DataUnavailable) -> Run? { nil }
    func figures() throws(DataUnavailable) -> IngestionFigures { throw DataUnavailable("there is none") }
    func requestRun() throws(DataUnavailable) -> RunRequestOutcome { .noCredentials }
}
