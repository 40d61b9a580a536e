import HTTPClient
import Ingest
import Postgres
import Reels
import Storage
import System
import TestDatabase

/// Datasets for the tests of this room.
enum Fixture {
    static let now = Instant(seconds: 1_788_220_800)

    /// An Instagram item; `caption` is written as JSON has it, without the quotes.
    static func item(_ id: String, views: Int64, caption: String = "made up") -> String {
        """
        {"id":"\(id)","type":"Video","shortCode":"Made\(id)","timestamp":"2026-06-10T08:00:00.000Z","videoPlayCount":\(views),\
        "likesCount":1,"commentsCount":0,"ownerUsername":"paper.crane.works","caption":"\(caption)"}
        """
    }

    /// Imports a dataset given as text, in chunks of a few bytes.
    @discardableResult
    static func `import`(
        _ text: String, into test: TestDatabase, observedAt: Instant = now, runID: String = SecureRandom.uuid()
    ) throws -> RunReport {
        try self.import(Array(text.utf8), into: test, observedAt: observedAt, runID: runID, chunkSize: 7)
    }

    /// Imports a dataset.
    @discardableResult
    static func `import`(
        _ bytes: [UInt8], into test: TestDatabase, observedAt: Instant = now, runID: String = SecureRandom.uuid(),
        platform: Platform? = nil, chunkSize: Int = 65_536
    ) throws -> RunReport {
        var rest = bytes[...]
        let importer = Importer(database: test.database, schema: test.schema, now: { now })
        return try importer.import(
            Importer.Dataset(
                name: "test", scrapedAt: observedAt, scrapedAtIsExact: true, platform: platform,
                nextChunk: {
                    let chunk = rest.prefix(chunkSize)
                    rest = rest.dropFirst(chunkSize)
                    return chunk.isEmpty ? nil : Array(chunk)
                }),
            runID: runID)
    }

    /// A feed of an actor at `base`, due every hour.
    static func feed(base: String = "http://127.0.0.1:1", input: String = "{}", timeoutSeconds: Int = 60) -> ApifyFeed {
        ApifyFeed(
            name: "default", token: BearerToken("token1"), base: base, actorID: "made~up", input: input,
            timeoutSeconds: timeoutSeconds, interval: .seconds(3_600))
    }

    /// How many rows each table of the schema has, partitions included.
    static func everything(in test: TestDatabase) throws -> [String] {
        let connection = try test.connect()
        let tables = try connection.execute(
            """
            SELECT relname FROM pg_class
            WHERE relnamespace = \(test.schema.name)::regnamespace AND relkind IN ('r', 'p') ORDER BY 1
            """)
        return try (0..<tables.count).map { row in
            let table = tables.text(row, 0) ?? ""
            let count = try connection.execute(
                "SELECT count(*) FROM \(unescaped: test.name).\(name: table)"
            ).text(0, 0)
            return "\(table): \(count ?? "")"
        }
    }
}
