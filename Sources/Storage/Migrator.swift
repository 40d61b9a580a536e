public import Postgres

/// Builds a schema, step by step, and tells how far it is.
///
/// Each migration is one transaction together with its row in `schema_migrations`, under an advisory lock that ends with the
/// transaction: two migrators at once apply each step once, and one that is killed leaves nothing half done.
public struct Migrator: Sendable {
    private let schema: Schema

    /// For one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// A migration and whether it has been applied.
    public struct Step: Sendable {
        /// The migration.
        public let migration: Migration
        /// When it was applied, as ISO 8601; nil where it has not been.
        public let appliedAt: String?
    }

    /// Applies what is missing. Gives the migrations that were applied now.
    ///
    /// - Throws: `schemaAhead` or `checksumMismatch` before anything is changed.
    public func migrate(_ connection: borrowing Connection) throws -> [Migration] {
        var applied: [Migration] = []
        for migration in Migration.all where try apply(migration, connection) { applied.append(migration) }
        try makePartitionsAhead(connection)
        return applied
    }

    /// Every migration this program knows, and when it was applied.
    public func steps(_ connection: borrowing Connection) throws -> [Step] {
        let applied = try check(connection)
        return Migration.all.map { Step(migration: $0, appliedAt: applied[$0.version]?.appliedAt) }
    }

    /// Refuses a schema that this program does not know.
    ///
    /// - Throws: `schemaBehind`, `schemaAhead` or `checksumMismatch`.
    public func requireCurrent(_ connection: borrowing Connection) throws {
        let newest = try check(connection).keys.max() ?? 0
        let needed = Migration.all.count
        if newest < needed { throw StorageError.schemaBehind(schema: schema.name, applied: newest, needed: needed) }
    }

    /// The whole as plain SQL for an editor, in the same transactions.
    public var sql: String {
        Migration.all.map { migration in
            """
            -- \(migration.fileName) for schema \(schema.name)
            BEGIN;
            \(migration.sql(for: schema))
            INSERT INTO \(schema.quoted).schema_migrations (version, name, checksum)
            VALUES (\(migration.version), '\(migration.name)', encode(sha256(convert_to($shortpulse$\(migration.source)$shortpulse$, 'UTF8')), 'hex'));
            COMMIT;

            """
        }.joined(separator: "\n")
    }

    private struct Applied {
        let checksumMatches: Bool
        let appliedAt: String
    }

    private func apply(_ migration: Migration, _ connection: borrowing Connection) throws -> Bool {
        try connection.transaction { connection in
            try connection.execute(
                "-- migrate.lock\nSELECT pg_advisory_xact_lock(hashtext(\("shortpulse migrate " + schema.name)))")
            guard try check(connection)[migration.version] == nil else { return false }
            // An index of many rows takes longer than a server may allow for a statement.
            // Whoever waits for a lock on a table holds up everyone who comes after.
            try connection.execute(
                """
                -- migrate.patience
                SELECT set_config('statement_timeout', '0', true), set_config('lock_timeout', '30s', true)
                """)
            try connection.executeScript(Query(unescaped: "-- migrate.apply\n" + migration.sql(for: schema)))
            try connection.execute(
                """
                -- migrate.record
                INSERT INTO \(unescaped: schema.quoted).schema_migrations (version, name, checksum)
                VALUES (\(migration.version)::integer, \(migration.name)::text,
                    encode(sha256(convert_to(\(migration.source)::text, 'UTF8')), 'hex'))
                """)
            return true
        }
    }

    /// This month's and the next two months' partitions, so that no run has to make one while it writes: that would lock the
    /// table against readers until the run is stored.
    public func makePartitionsAhead(_ connection: borrowing Connection) throws {
        try connection.execute(
            """
            -- migrate.partitions
            SELECT \(unescaped: schema.quoted).ensure_events_partition(now() + make_interval(months => ahead))
            FROM generate_series(0, 2) AS ahead
            """)
    }

    /// What has been applied, by version; empty where the schema does not exist.
    private func check(_ connection: borrowing Connection) throws -> [Int: Applied] {
        let table = schema.quoted + ".schema_migrations"
        let found = try connection.execute("-- migrate.exists\nSELECT to_regclass(\(table)::text) IS NOT NULL")
        guard try found.boolean(0, 0) == true else { return [:] }
        let applied = try read(connection)
        if let newest = applied.keys.max(), newest > Migration.all.count {
            throw StorageError.schemaAhead(schema: schema.name, applied: newest, known: Migration.all.count)
        }
        if let foreign = Migration.all.first(where: { applied[$0.version]?.checksumMatches == false }) {
            throw StorageError.checksumMismatch(schema: schema.name, migration: foreign.fileName)
        }
        return applied
    }

    /// The server computes the checksums on both sides, which spares this program a hash of its own here.
    private func read(_ connection: borrowing Connection) throws -> [Int: Applied] {
        var applied: [Int: Applied] = [:]
        let rows = try connection.execute(
            """
            -- migrate.applied
            SELECT version, checksum, to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            FROM \(unescaped: schema.quoted).schema_migrations ORDER BY version
            """)
        for row in 0..<rows.count {
            guard let version = try rows.integer(row, 0).map(Int.init) else { continue }
            let known = Migration.all.first { $0.version == version }
            let matches = try known.map { try checksum(of: $0, connection) == rows.text(row, 1) } ?? true
            applied[version] = Applied(checksumMatches: matches, appliedAt: rows.text(row, 2) ?? "")
        }
        return applied
    }

    private func checksum(of migration: Migration, _ connection: borrowing Connection) throws -> String? {
        try connection.execute(
            "-- migrate.checksum\nSELECT encode(sha256(convert_to(\(migration.source)::text, 'UTF8')), 'hex')"
        ).text(0, 0)
    }
}
