import ArgumentParser
import Postgres
import Settings
import Storage

/// `migrate`: the tables of both data sets, and who may use them.
struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Build or update the tables of live data and of the sample.",
        discussion: """
            With --roles it makes two roles of the database beside the owner of the tables: one that only reads, for the \
            responders, and one that only appends, for ingestion.
            """)

    @Flag(help: "Say what has been applied and change nothing.")
    var status = false

    @Flag(help: "Print everything as plain SQL for an editor and change nothing.")
    var print = false

    @Flag(help: "Make a role that reads and a role that appends, too.")
    var roles = false

    func validate() throws {
        if status, print || roles { throw ValidationError("--status excludes --print and --roles.") }
    }

    func run() throws {
        try Outcome.reporting {
            // What is to be pasted into an editor may be for a database that has no address here.
            let schema = try Installation.schema(try Settings.load())
            let schemas = [schema, schema.sample]
            let access = AccessRoles(schema: schema)
            if print {
                if roles { return Terminal.say(access.sql) }
                for schema in schemas { Terminal.say(Migrator(schema: schema).sql) }
                return
            }
            let connection = try Installation().database.connect()
            if status {
                for schema in schemas { try tellStatus(of: schema, connection) }
                return
            }
            var hasMigrated = false
            for schema in schemas where try migrate(schema, connection) { hasMigrated = true }
            guard roles else { return try access.renew(afterMigration: hasMigrated, connection) }
            try access.provide(connection)
            tell(of: access)
        }
    }

    private func tellStatus(of schema: Schema, _ connection: borrowing Connection) throws {
        for step in try Migrator(schema: schema).steps(connection) {
            Terminal.say(
                "\(schema.name) \(step.migration.fileName): \(step.appliedAt.map { "applied \($0)" } ?? "missing")")
        }
    }

    /// Whether there was anything to do.
    private func migrate(_ schema: Schema, _ connection: borrowing Connection) throws -> Bool {
        let applied = try Migrator(schema: schema).migrate(connection)
        for migration in applied { Terminal.say("\(schema.name): applied \(migration.fileName)") }
        if applied.isEmpty { Terminal.say("\(schema.name): up to date") }
        return !applied.isEmpty
    }

    private func tell(of access: AccessRoles) {
        Terminal.say("\(access.reader): reads; for the responders")
        Terminal.say("\(access.writer): appends; for ingestion")
        Terminal.note(
            "a role without a password cannot sign in with one: set it in psql (\\password \(access.reader)), "
                + "and name the role in the DATABASE_URL of the program that it is for")
    }
}
