import Postgres
import Reels
import Storage
import System
import TestDatabase
import Testing

/// What the roles that `migrate --roles` makes may do, and what they may not.
struct AccessRoleTests {
    @Test("the reader sees what is there, and the writer appends to it")
    func letIn() throws {
        try Self.with { test, roles in
            let writer = try Self.connect(roles.writer, test)
            try Fixture.store([.sighting(Fixture.reel("a", views: 5))], in: test, writer)
            // A month without a partition is made in the owner's name.
            try writer.execute("SELECT \(unescaped: test.name).ensure_events_partition('2031-05-06')")
            let reader = try Self.connect(roles.reader, test)
            for table in ["reels_raw_events", "reels_latest_state", "ingestion_runs", "ingestion_items"] {
                #expect(
                    try reader.execute("SELECT count(*) FROM \(unescaped: test.name).\(name: table)").integer(0, 0)
                        == 1,
                    "\(table)")
            }
            try Migrator(schema: test.schema).requireCurrent(reader)
            _ = try StatusReader(schema: test.schema).status(reader)
            _ = try FiguresReader(schema: test.schema).figures(reader)
            _ = try LatestState(schema: test.schema).rebuild(writer)
        }
    }

    @Test(
        "no statement in their names changes or takes away what was seen, or makes a table",
        arguments: [
            "UPDATE {schema}.reels_raw_events SET views = 0", "DELETE FROM {schema}.reels_raw_events",
            "TRUNCATE {schema}.reels_raw_events", "DELETE FROM {schema}.ingestion_items",
            "UPDATE {schema}.ingestion_items SET item = ''", "DROP TABLE {schema}.reels_latest_state",
            "CREATE TABLE {schema}.theirs ()", "ALTER TABLE {schema}.ingestion_runs DISABLE ROW LEVEL SECURITY",
            "UPDATE {schema}.schema_migrations SET checksum = 'x'",
            "INSERT INTO {schema}.detached_months DEFAULT VALUES",
            "DELETE FROM {schema}.reels_raw_events_2026_06", "CREATE ROLE theirs",
        ])
    func keptOut(statement: String) throws {
        try Self.with { test, roles in
            try Fixture.store([.sighting(Fixture.reel("a", views: 5))], in: test, test.connect())
            let statement = statement.replacing("{schema}", with: test.name)
            for role in [roles.reader, roles.writer] {
                let connection = try Self.connect(role, test)
                let error = #expect(throws: PostgresError.self, "\(role)") {
                    try connection.execute(Query(unescaped: statement))
                }
                #expect(error?.sqlState == "42501", "\(role): \(error.map { "\($0)" } ?? "")")
            }
        }
    }

    @Test(
        "the reader writes nothing at all",
        arguments: [
            "INSERT INTO {schema}.reels_raw_events SELECT * FROM {schema}.reels_raw_events",
            "UPDATE {schema}.ingestion_runs SET state = 'failed'", "DELETE FROM {schema}.ingestion_runs",
            "DELETE FROM {schema}.reels_latest_state", "SELECT {schema}.ensure_events_partition(now())",
        ])
    func readsOnly(statement: String) throws {
        try Self.with { test, roles in
            let reader = try Self.connect(roles.reader, test)
            let error = #expect(throws: PostgresError.self) {
                try reader.execute(Query(unescaped: statement.replacing("{schema}", with: test.name)))
            }
            #expect(error?.sqlState == "42501")
        }
    }

    @Test("a role that nobody let in sees no row and calls no function")
    func strangers() throws {
        try Self.with { test, _ in
            let owner = try test.connect()
            try Fixture.store([.sighting(Fixture.reel("a", views: 5))], in: test, owner)
            let stranger = "\(test.schema.name)_anon"
            try owner.execute("CREATE ROLE \(name: stranger)")
            defer { _ = try? owner.executeScript("DROP OWNED BY \(name: stranger); DROP ROLE \(name: stranger)") }
            try owner.execute("GRANT \(name: stranger) TO CURRENT_USER")
            // Even where somebody is generous with privileges, no policy is for them.
            try owner.executeScript(
                """
                GRANT USAGE ON SCHEMA \(unescaped: test.name) TO \(name: stranger);
                GRANT SELECT ON ALL TABLES IN SCHEMA \(unescaped: test.name) TO \(name: stranger)
                """)
            let connection = try Self.connect(stranger, test)
            for table in ["reels_raw_events", "reels_raw_events_2026_06", "reels_latest_state", "ingestion_runs"] {
                let count = try connection.execute("SELECT count(*) FROM \(unescaped: test.name).\(name: table)")
                #expect(try count.integer(0, 0) == 0, "\(table)")
            }
            #expect(throws: PostgresError.self) {
                try connection.execute("SELECT \(unescaped: test.name).ensure_events_partition(now())")
            }
        }
    }

    @Test("making them twice changes nothing, and what was granted too much is taken back")
    func again() throws {
        try Self.with { test, roles in
            let owner = try test.connect()
            try owner.execute(
                "GRANT UPDATE ON \(unescaped: test.name).reels_latest_state TO \(name: roles.reader)")
            try roles.renew(afterMigration: true, owner)
            try roles.provide(owner)
            let error = #expect(throws: PostgresError.self) {
                try Self.connect(roles.reader, test).execute(
                    "UPDATE \(unescaped: test.name).reels_latest_state SET views = 0")
            }
            #expect(error?.sqlState == "42501")
        }
    }

    @Test("what a restored backup does not know is granted again, and nothing is done where nothing is missing")
    func renewed() throws {
        try Self.with { test, roles in
            let owner = try test.connect()
            try owner.execute("DROP POLICY readable ON \(unescaped: test.name).reels_raw_events")
            try owner.execute("DROP POLICY appendable ON \(unescaped: test.name).reels_raw_events")
            try roles.renew(afterMigration: false, owner)
            try Fixture.store(
                [.sighting(Fixture.reel("a", views: 5))], in: test, Self.connect(roles.writer, test))
            try owner.execute("GRANT UPDATE ON \(unescaped: test.name).reels_latest_state TO \(name: roles.reader)")
            try roles.renew(afterMigration: false, owner)
            let kept = try owner.execute(
                "SELECT has_table_privilege(\(roles.reader)::name, \(test.name + ".reels_latest_state")::text, 'UPDATE')"
            )
            #expect(try kept.boolean(0, 0) == true)
        }
    }

    @Test("the printed SQL does the same")
    func printed() throws {
        try Self.with { test, roles in
            let owner = try test.connect()
            try owner.executeScript(Query(unescaped: roles.sql))
            try Fixture.store([.sighting(Fixture.reel("a", views: 5))], in: test, Self.connect(roles.writer, test))
        }
    }

    @Test("every table has its lines among the grants")
    func everyTable() throws {
        try Self.with { test, roles in
            let tables = try test.connect().execute(
                """
                SELECT relname FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
                WHERE nspname = \(test.schema.name)::text AND relkind IN ('r', 'p') AND NOT relispartition
                """)
            let reader = try Self.connect(roles.reader, test)
            for row in 0..<tables.count {
                let table = tables.text(row, 0) ?? ""
                try reader.execute("SELECT 1 FROM \(unescaped: test.name).\(name: table) LIMIT 1")
            }
        }
    }

    /// Both schemas, and their roles, which go with them.
    private static func with(_ body: (TestDatabase, AccessRoles) throws -> Void) throws {
        try TestDatabase.with { test in
            let owner = try test.connect()
            _ = try Migrator(schema: test.schema.sample).migrate(owner)
            let roles = AccessRoles(schema: test.schema)
            try roles.provide(owner)
            defer {
                // The server is thrown away afterwards.
                _ = try? owner.executeScript(
                    """
                    DROP OWNED BY \(name: roles.reader), \(name: roles.writer);
                    DROP SCHEMA \(name: test.schema.sample.name) CASCADE;
                    DROP ROLE \(name: roles.reader), \(name: roles.writer)
                    """)
            }
            try owner.executeScript("GRANT \(name: roles.reader), \(name: roles.writer) TO CURRENT_USER")
            try body(test, roles)
        }
    }

    /// A connection whose every statement is that of `role`.
    private static func connect(_ role: String, _ test: TestDatabase) throws -> Connection {
        try test.connect(as: role)
    }
}
