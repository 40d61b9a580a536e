public import Postgres

/// Two roles beside the owner of the tables: one that reads, for the responders, and one that appends, for ingestion. Neither owns
/// anything. `SQL/access_roles.sql` says what each may do.
public struct AccessRoles: Sendable {
    private let schema: Schema

    /// For the live data in `schema`, and the sample beside it.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Name of the role that reads.
    public var reader: String { schema.name + "_web" }
    /// Name of the role that appends.
    public var writer: String { schema.name + "_ingest" }

    /// Makes the roles where they are missing, without a password, and says anew what they may do.
    ///
    /// - Throws: `StorageError.mayNotMakeRoles` where the caller's own role may not.
    public func provide(_ connection: borrowing Connection) throws {
        try connection.transaction { connection in
            for role in [reader, writer] where try !exists(role, connection) { try create(role, connection) }
            try grant(connection)
        }
    }

    /// Says anew what the roles may do, where both are there: a migration may have made a table, and a restored backup lets nobody
    /// in. Where neither is the case nothing is done, since readers have to wait for it.
    public func renew(afterMigration hasMigrated: Bool, _ connection: borrowing Connection) throws {
        try connection.transaction { connection in
            guard try exists(reader, connection), try exists(writer, connection) else { return }
            if try !hasMigrated && areLetIn(connection) { return }
            try grant(connection)
        }
    }

    private func areLetIn(_ connection: borrowing Connection) throws -> Bool {
        for schema in [schema, schema.sample] {
            let table = schema.quoted + ".reels_raw_events"
            let answer = try connection.execute(
                """
                -- roles.are_let_in
                SELECT has_table_privilege(\(reader)::name, \(table)::text, 'SELECT')
                    AND has_table_privilege(\(writer)::name, \(table)::text, 'INSERT')
                    AND EXISTS (SELECT FROM pg_policy WHERE polrelid = \(table)::regclass)
                """)
            guard try answer.boolean(0, 0) == true else { return false }
        }
        return true
    }

    /// The same as plain SQL for an administrator.
    public var sql: String {
        let creation = [reader, writer].map { role in
            """
            DO $body$ BEGIN
                CREATE ROLE "\(role)" LOGIN;
            EXCEPTION WHEN duplicate_object THEN
                NULL;
            END $body$;

            """
        }
        return "BEGIN;\n" + creation.joined() + grants.joined(separator: "\n") + "COMMIT;\n"
    }

    private func exists(_ role: String, _ connection: borrowing Connection) throws -> Bool {
        try connection.execute(
            "-- roles.exists\nSELECT EXISTS (SELECT FROM pg_roles WHERE rolname = \(role)::text)"
        ).boolean(0, 0) == true
    }

    private func create(_ role: String, _ connection: borrowing Connection) throws {
        do {
            try connection.execute("-- roles.create\nCREATE ROLE \(name: role) LOGIN")
        } catch {
            guard error.sqlState == SQLState.insufficientPrivilege else { throw error }
            throw StorageError.mayNotMakeRoles(role: role)
        }
    }

    private func grant(_ connection: borrowing Connection) throws {
        // A responder in the middle of a load must not make all others wait behind this.
        try connection.execute("-- roles.patience\nSET LOCAL lock_timeout = '10s'")
        for statements in grants { try connection.executeScript(Query(unescaped: statements)) }
    }

    private var grants: [String] {
        [schema, schema.sample].map { schema in
            SQLText.text(PackageResources.access_roles_sql, for: schema)
                .replacing("{reader}", with: "\"\(reader)\"").replacing("{writer}", with: "\"\(writer)\"")
        }
    }
}
