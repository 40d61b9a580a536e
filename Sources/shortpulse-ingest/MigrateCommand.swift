import ArgumentParser
import Postgres
import Settings
import Storage

/// `migrate`: the tables of both data sets.
struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Build or update the tables of live data and of the sample.")

    @Flag(help: "Say what has been applied and change nothing.")
    var status = false

    @Flag(help: "Print everything as plain SQL for an editor and change nothing.")
    var print = false

    func validate() throws {
        if status, print { throw ValidationError("--status and --print exclude each other.") }
    }

    func run() throws {
        try Outcome.reporting {
            // What is to be pasted into an editor may be for a database that has no address here.
            let schema = try Installation.schema(try Settings.load())
            let schemas = [schema, schema.sample]
            if print {
                for schema in schemas { Terminal.say(Migrator(schema: schema).sql) }
                return
            }
            let connection = try Installation().database.connect()
            for schema in schemas {
                try status ? tellStatus(of: schema, connection) : migrate(schema, connection)
            }
        }
    }

    private func tellStatus(of schema: Schema, _ connection: borrowing Connection) throws {
        for step in try Migrator(schema: schema).steps(connection) {
            Terminal.say(
                "\(schema.name) \(step.migration.fileName): \(step.appliedAt.map { "applied \($0)" } ?? "missing")")
        }
    }

    private func migrate(_ schema: Schema, _ connection: borrowing Connection) throws {
        let applied = try Migrator(schema: schema).migrate(connection)
        for migration in applied { Terminal.say("\(schema.name): applied \(migration.fileName)") }
        if applied.isEmpty { Terminal.say("\(schema.name): up to date") }
    }
}
