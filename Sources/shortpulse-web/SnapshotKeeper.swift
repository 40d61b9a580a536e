import Postgres
import Reels
import Scoring
import Site
import Storage
import System

/// Keeps the newest edition of each data set in memory. One background thread notices a finished run and builds the next edition
/// beside the old one; while the database is away, the old one stays.
final class SnapshotKeeper: SnapshotProvider {
    private let database: Database
    private let schemas: [Dataset: Schema]
    private let state = Lock(State())
    private let thread = Lock(Thread?.none)

    private struct State: Sendable {
        var kept: [Dataset: Kept] = [:]
        var isStopping = false
        /// What was logged last of each data set, so that it is said once and not at every attempt.
        var trouble: [Dataset: String] = [:]
    }

    private struct Kept: Sendable {
        let edition: Edition
        let version: String
    }

    /// How often the database is asked whether a run has finished.
    private static let interval = Duration.milliseconds(250)
    /// Milliseconds. A database that has stopped answering must not keep a responder from serving what it has.
    private static let connectDeadline = 2_000
    private static let statementDeadline = 5_000

    init(database: Database, schema: Schema) {
        var database = database
        database.connectDeadline = Self.connectDeadline
        database.statementDeadline = Self.statementDeadline
        self.database = database
        schemas = [.live: schema, .sample: schema.sample]
    }

    func current(_ dataset: Dataset) -> Edition? {
        state.withLock { $0.kept[dataset]?.edition }
    }

    func edition(_ dataset: Dataset, clocks: [Platform: Instant]) throws(DataUnavailable) -> Edition {
        guard let schema = schemas[dataset] else { throw DataUnavailable("there is no such data set") }
        do {
            let connection = try database.connect()
            let loader = StateLoader(schema: schema)
            let states = try loader.atOnePointInTime(connection) { try loader.states(asOf: clocks, $0) }
            return Edition(Snapshot(dataset: dataset, states: states))
        } catch {
            throw DataUnavailable.because(error)
        }
    }

    /// Loads what there is before the first request; what fails is tried again by the background thread.
    func loadOnce() {
        withConnection(refreshAll)
    }

    /// Starts the background thread.
    func start() throws(SystemError) {
        let started = try Thread(name: "snapshots", stackSize: 4 << 20) { [self] in watch() }
        thread.withLock { $0 = started }
    }

    /// Ends the background thread, if it is not in the middle of a statement.
    func stop() {
        state.withLock { $0.isStopping = true }
        _ = thread.withLock { $0 }?.join(for: .milliseconds(200))
    }

    /// Whether to stop, after a pause.
    private func pausesThenStops() -> Bool {
        state.wait(for: Self.interval) { $0.isStopping ? true : nil } ?? false
    }

    private func watch() {
        while !pausesThenStops() {
            withConnection { connection in
                while connection.isOpen, !pausesThenStops() {
                    refreshAll(connection)
                }
            }
        }
    }

    private func withConnection(_ body: (borrowing Connection) -> Void) {
        do {
            body(try database.connect())
        } catch {
            // It is the same database for both.
            tell(error, of: .live)
        }
    }

    private func refreshAll(_ connection: borrowing Connection) {
        for dataset in Dataset.allCases where connection.isOpen { refresh(dataset, connection) }
    }

    /// Loads a data set anew where a run has changed it. One that cannot be loaded keeps no other from it.
    private func refresh(_ dataset: Dataset, _ connection: borrowing Connection) {
        guard let schema = schemas[dataset] else { return }
        do {
            try refresh(dataset, schema, connection)
            state.withLock { $0.trouble[dataset] = nil }
        } catch {
            tell(Self.cause(of: error, schema, connection), of: dataset)
        }
    }

    private func refresh(_ dataset: Dataset, _ schema: Schema, _ connection: borrowing Connection) throws {
        let loader = StateLoader(schema: schema)
        let known = state.withLock { $0.kept[dataset]?.version }
        guard try loader.version(connection) != known else { return }
        let (states, version) = try loader.current(connection)
        let edition = Edition(Snapshot(dataset: dataset, states: states))
        state.withLock { $0.kept[dataset] = Kept(edition: edition, version: version) }
    }

    /// A table or a column that is missing means a schema that this program does not know: then that is the error, with the
    /// command that mends it.
    private static func cause(
        of error: any Error, _ schema: Schema, _ connection: borrowing Connection
    ) -> any Error {
        guard let state = (error as? PostgresError)?.sqlState, SQLState.missingObject.contains(state) else {
            return error
        }
        do {
            try Migrator(schema: schema).requireCurrent(connection)
            return error
        } catch {
            return error
        }
    }

    private func tell(_ error: any Error, of dataset: Dataset) {
        let text = "\(error)"
        let isNews = state.withLock { state in
            defer { state.trouble[dataset] = text }
            return state.trouble[dataset] != text
        }
        if isNews { Log.trouble("data could not be loaded: \(text)") }
    }
}

extension DataUnavailable {
    /// Words that are safe to show: an installation's host names and statements stay in the log.
    static func because(_ error: any Error) -> DataUnavailable {
        Log.trouble("\(error)")
        switch error {
        case let error as PostgresError where SQLState.missingObject.contains(error.sqlState ?? ""):
            return DataUnavailable(
                "The database's tables are not those of this program: run shortpulse-ingest migrate.")
        case let error as StorageError: return DataUnavailable("\(error)")
        default: return DataUnavailable("The database cannot be reached.")
        }
    }
}
