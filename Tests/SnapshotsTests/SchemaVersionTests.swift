import Postgres
import Scoring
import Snapshots
import Storage
import System
import TestDatabase
import Testing

/// A responder of one version over a schema of another: while an upgrade is on its way, or where half of it was forgotten.
struct SchemaVersionTests {
    @Test(arguments: 0..<Migration.all.count)
    func `an older schema gives data, or the command that mends it`(applied: Int) throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            let whole = Migrator(schema: test.schema).sql
            let end = try #require(whole.firstRange(of: "-- \(Migration.all[applied].fileName)")).lowerBound
            try connection.executeScript(Query(unescaped: String(whole[..<end])))
            let (hasData, said) = Self.load(test)
            #expect(hasData || said.contains("run shortpulse-ingest migrate"), "\(said)")
            _ = try Migrator(schema: test.schema).migrate(connection)
            #expect(Self.load(test) == (true, ""))
        }
    }

    @Test func `a newer schema gives data`() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try connection.executeScript(
                Query(
                    unescaped: """
                        INSERT INTO \(test.name).schema_migrations (version, name, checksum) VALUES (999, 'of_next_year', '')
                        """))
            #expect(Self.load(test) == (true, ""))
        }
    }

    /// Whether there are live data afterwards, and what was said of them.
    private static func load(_ test: TestDatabase) -> (hasData: Bool, said: String) {
        let lines = Lock<[String]>([])
        let keeper = SnapshotKeeper(database: test.database, schema: test.schema) { line in
            // The sample's schema is another, and was never made.
            if !line.contains(test.schema.sample.name) { lines.withLock { $0.append(line) } }
        }
        keeper.loadOnce()
        return (keeper.current(.live) != nil, lines.withLock { $0.joined(separator: "\n") })
    }
}
