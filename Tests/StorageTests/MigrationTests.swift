import Postgres
import Reels
import Storage
import TestDatabase
import Testing

struct MigrationTests {
    @Test("the list holds every file of the folder, and no other")
    func listEqualsFolder() throws {
        let folder = try #require(Repository.root) + "/Sources/Storage/Migrations"
        #expect(Migration.all.map(\.fileName) == Repository.files(in: folder).sorted())
        #expect(Migration.all.map(\.version) == Array(1...Migration.all.count))
    }

    @Test("migrating twice applies each step once")
    func twice() throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            let migrator = Migrator(schema: test.schema)
            #expect(
                throws: StorageError.schemaBehind(schema: test.schema.name, applied: 0, needed: Migration.all.count)
            ) {
                try migrator.requireCurrent(connection)
            }
            #expect(try migrator.migrate(connection).count == Migration.all.count)
            #expect(try migrator.migrate(connection).isEmpty)
            try migrator.requireCurrent(connection)
            #expect(try migrator.steps(connection).allSatisfy { $0.appliedAt != nil })
        }
    }

    @Test("the printed SQL builds what migrate knows as its own")
    func printed() throws {
        try TestDatabase.with(migrated: false) { test in
            let connection = try test.connect()
            let migrator = Migrator(schema: test.schema)
            try connection.executeScript(Query(unescaped: migrator.sql))
            #expect(try migrator.migrate(connection).isEmpty)
        }
    }

    @Test("a schema of a newer program is refused in words that mend it")
    func newerSchema() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try connection.execute(
                "INSERT INTO \(unescaped: test.name).schema_migrations VALUES (9999, 'later', 'x', now())")
            let error = #expect(throws: StorageError.self) {
                try Migrator(schema: test.schema).requireCurrent(connection)
            }
            #expect("\(try #require(error))".contains("install the newer program"))
        }
    }

    @Test("a migration that was applied with another text is refused")
    func foreignText() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            try connection.execute("UPDATE \(unescaped: test.name).schema_migrations SET checksum = 'x'")
            #expect(throws: StorageError.self) { try Migrator(schema: test.schema).migrate(connection) }
        }
    }

    @Test("row-level security is on for every table, partitions included")
    func rowLevelSecurity() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let rows = try connection.execute(
                """
                SELECT count(*), count(*) FILTER (WHERE NOT relrowsecurity) FROM pg_class
                WHERE relnamespace = \(test.schema.name)::regnamespace AND relkind IN ('r', 'p')
                """)
            #expect(try rows.integer(0, 0) ?? 0 >= 8)
            #expect(try rows.integer(0, 1) == 0)
        }
    }

    @Test("counters are bigint, and every time has a zone")
    func types() throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let rows = try connection.execute(
                """
                SELECT string_agg(DISTINCT data_type, ',') FROM information_schema.columns
                WHERE table_schema = \(test.schema.name)
                    AND column_name IN ('views', 'likes', 'comments', 'shares', 'saves', 'items_received', 'items_observed')
                """)
            #expect(rows.text(0, 0) == "bigint")
            let times = try connection.execute(
                """
                SELECT string_agg(DISTINCT data_type, ',') FROM information_schema.columns
                WHERE table_schema = \(test.schema.name) AND (column_name LIKE '%\\_at' OR column_name = 'publish_time')
                """)
            #expect(times.text(0, 0) == "timestamp with time zone")
        }
    }
}
