import Postgres
import Reels
import Settings
import Storage
import System

/// What every command works with: the composition root.
struct Installation {
    let settings: Settings
    let database: Database
    let schema: Schema

    /// - Throws: `SettingsError` naming the variable that is missing or wrong.
    init() throws {
        // Whoever asked and went away, over a socket or a pipe, ends no run and no listener.
        Signals.ignoreBrokenPipes()
        // A core would hold Apify's token and the database's password.
        try ResourceLimits.disableCoreDumps()
        settings = try Settings.load()
        let address = try settings.databaseAddress()
        if let driver = address.droppedDriver {
            Terminal.note("DATABASE_URL names the driver \(driver), which does not apply here; it was dropped")
        }
        schema = try Self.schema(settings)
        database = Database(address: address.revealed, applicationName: "shortpulse-ingest")
    }

    /// The schema of live data.
    static func schema(_ settings: Settings) throws(SettingsError) -> Schema {
        guard let schema = Schema(settings.schemaName) else {
            throw SettingsError(variable: "SHORTPULSE_SCHEMA", problem: Schema.rule)
        }
        return schema
    }

    /// The schema of a data set.
    func schema(of dataset: DatasetOption) -> Schema {
        dataset == .live ? schema : schema.sample
    }

    /// The wall clock.
    static func now() -> Instant {
        Instant(microseconds: WallClock.now())
    }

    /// A connection to a database whose schema this program knows.
    func connect(to schema: Schema) throws -> Connection {
        let connection = try database.connect()
        try Migrator(schema: schema).requireCurrent(connection)
        return connection
    }
}
