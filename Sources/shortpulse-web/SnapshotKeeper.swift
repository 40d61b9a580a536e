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
        var lastTrouble: String?
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
            let states = try StateLoader(schema: schema).states(asOf: clocks, connection)
            return Edition(Snapshot(dataset: dataset, states: states))
        } catch {
            throw DataUnavailable.because(error)
        }
    }

    /// Loads what there is before the first request; what fails is tried again by the background thread.
    func loadOnce() {
        do {
            let connection = try database.connect()
            try refresh(connection)
        } catch {
            tell(error)
        }
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
            do {
                let connection = try database.connect()
                while !pausesThenStops() { try refresh(connection) }
            } catch {
                tell(error)
            }
        }
    }

    private func refresh(_ connection: borrowing Connection) throws {
        for (dataset, schema) in schemas {
            do {
                try refresh(dataset, schema, connection)
            } catch let error as PostgresError where error.sqlState == SQLState.undefinedTable {
                tell(StorageError.schemaBehind(schema: schema.name, applied: 0, needed: Migration.all.count))
            }
        }
    }

    private func refresh(_ dataset: Dataset, _ schema: Schema, _ connection: borrowing Connection) throws {
        let loader = StateLoader(schema: schema)
        let known = state.withLock { $0.kept[dataset]?.version }
        guard try loader.version(connection) != known else { return }
        let (states, version) = try loader.current(connection)
        let edition = Edition(Snapshot(dataset: dataset, states: states))
        state.withLock {
            $0.kept[dataset] = Kept(edition: edition, version: version)
            $0.lastTrouble = nil
        }
    }

    /// Logs trouble once, not at every attempt.
    private func tell(_ error: any Error) {
        let text = "\(error)"
        let isNews = state.withLock { state in
            defer { state.lastTrouble = text }
            return state.lastTrouble != text
        }
        if isNews { Log.trouble("data could not be loaded: \(text)") }
    }
}

extension DataUnavailable {
    /// Words that are safe to show: an installation's host names and statements stay in the log.
    static func because(_ error: any Error) -> DataUnavailable {
        Log.trouble("\(error)")
        switch error {
        case let error as PostgresError where error.sqlState == SQLState.undefinedTable:
            return DataUnavailable("The database has no tables yet: run shortpulse-ingest migrate.")
        case let error as StorageError: return DataUnavailable("\(error)")
        default: return DataUnavailable("The database cannot be reached.")
        }
    }
}
