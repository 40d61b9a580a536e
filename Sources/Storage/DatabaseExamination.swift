import Postgres
public import Reels

/// What a role finds in a database, for whoever wants to know whether it is as ShortPulse needs it.
public struct DatabaseExamination: Sendable {
    /// What stands between a client and the server.
    public enum Pooler: Sendable, Equatable {
        /// Nothing.
        case none
        /// One that gives each connection a server of its own until it ends.
        case session
        /// One that gives a server for a transaction at a time.
        case transaction
    }

    /// As the server says it: `15.18`.
    public let version: String
    /// As a number: 150018.
    public let versionNumber: Int64
    /// Who is asking.
    public let role: String
    /// Whether it passes by all privileges.
    public let isSuperuser: Bool
    /// Whether it may make temporary tables, which ingestion does.
    public let mayMakeTemporaryTables: Bool
    /// Whether it owns the observations; nil where there are none.
    public let ownsObservations: Bool?
    /// Whether it may append observations, and make a month's partition.
    public let mayAppend: Bool
    /// Whether it may read what the pages show.
    public let mayRead: Bool
    /// Whether the roles of ``AccessRoles`` are there.
    public let hasAccessRoles: Bool
    /// The server's clock.
    public let serverTime: Instant
    /// Bytes that the database takes.
    public let size: Int64
    /// What stands between.
    public let pooler: Pooler

    /// Of the live data in `schema`. Opens connections of its own to find out what stands between.
    public init(_ database: Database, schema: Schema) throws {
        let connection = try database.connect()
        let roles = AccessRoles(schema: schema)
        let rows = try connection.execute(
            """
            -- examine.server
            WITH events AS (SELECT to_regclass(\(schema.quoted + ".reels_raw_events")::text) AS id)
            SELECT current_setting('server_version'), current_setting('server_version_num')::bigint, current_user,
                (SELECT rolsuper FROM pg_roles WHERE rolname = current_user),
                has_database_privilege(current_database(), 'TEMPORARY'),
                (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class, events WHERE oid = id),
                coalesce((SELECT has_table_privilege(id, 'INSERT') FROM events), false)
                    AND coalesce(has_function_privilege(
                        to_regprocedure(\(schema.quoted + ".ensure_events_partition(timestamptz)")::text), 'EXECUTE'), false),
                coalesce((SELECT has_table_privilege(id, 'SELECT') FROM events), false),
                (SELECT count(*) = 2 FROM pg_roles WHERE rolname IN (\(roles.reader)::text, \(roles.writer)::text)),
                \(unescaped: RunStore.micros("clock_timestamp()")), pg_database_size(current_database())
            """)
        version = rows.text(0, 0) ?? ""
        versionNumber = try rows.integer(0, 1) ?? 0
        role = rows.text(0, 2) ?? ""
        isSuperuser = try rows.boolean(0, 3) ?? false
        mayMakeTemporaryTables = try rows.boolean(0, 4) ?? false
        ownsObservations = try rows.boolean(0, 5)
        mayAppend = try rows.boolean(0, 6) ?? false
        mayRead = try rows.boolean(0, 7) ?? false
        hasAccessRoles = try rows.boolean(0, 8) ?? false
        serverTime = try rows.instant(0, 9) ?? Instant(microseconds: 0)
        size = try rows.integer(0, 10) ?? 0
        pooler = try Self.pooler(before: database, connection)
    }

    /// A pooler tells its clients process numbers of its own. One that shares servers between transactions gives the server that
    /// has just been free to the next who asks, though the one before is still connected.
    private static func pooler(before database: Database, _ connection: borrowing Connection) throws -> Pooler {
        let own = try serverProcess(connection)
        guard own != Int64(connection.way.serverProcess) else { return .none }
        for _ in 0..<4 {
            let other = try database.connect()
            if try serverProcess(other) == own { return .transaction }
        }
        return .session
    }

    private static func serverProcess(_ connection: borrowing Connection) throws -> Int64 {
        try connection.execute("-- examine.process\nSELECT pg_backend_pid()::bigint").integer(0, 0) ?? 0
    }
}
