import Postgres
public import Reels
public import Scoring
public import Site
public import Storage
public import System

/// Keeps the newest edition of each data set in memory. One background thread notices a finished run and builds the next edition
/// beside the old one; while the database is away, the old one stays.
public final class SnapshotKeeper: SnapshotProvider {
    private let database: Database
    private let builders: [Dataset: SnapshotBuilder]
    private let schemas: [Dataset: Schema]
    private let past = PastEditions()
    private let report: @Sendable (String) -> Void
    private let note: @Sendable (any Error) -> Void
    private let state = Lock(State())
    private let archive: SnapshotArchive
    private let counted = Lock(KeeperFigures())
    /// Apart from `state`, whose every use would wake whoever waits on it.
    private let watching = Lock(Watching())
    private let thread = Lock(Thread?.none)

    private struct State: Sendable {
        var kept: [Dataset: Kept] = [:]
        /// What was logged last of each data set, so that it is said once and not at every attempt.
        var trouble: [Dataset: String] = [:]
        /// Until memory is given back once more; 0 is not at all.
        var looksUntilTrim = 0
    }

    private struct Watching: Sendable {
        /// The database was looked at, or could not be.
        var hasLooked = false
        var isStopping = false
    }

    private struct Kept: Sendable {
        let edition: Edition
        let build: SnapshotBuilder.Build
    }

    /// How often the database is asked whether a run has finished.
    private static let interval = Duration.milliseconds(250)
    /// Milliseconds. A database that has stopped answering must not keep a responder from serving what it has.
    private static let connectDeadline = 2_000
    private static let statementDeadline = 5_000
    /// Some two seconds.
    private static let looksBeforeTrim = 8

    /// Of the live data in `schema`, and of the sample beside it. What they are made from is kept on disk in `stateFolder`,
    /// where one is named. `report` takes lines for the log, `note` every error of the database, to be counted.
    public init(
        database: Database, schema: Schema, stateFolder: String? = nil, report: @escaping @Sendable (String) -> Void,
        note: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
        self.report = report
        self.note = note
        let place = database
        var database = database
        database.connectDeadline = Self.connectDeadline
        database.statementDeadline = Self.statementDeadline
        self.database = database
        let schemas = [Dataset.live: schema, .sample: schema.sample]
        self.schemas = schemas
        builders = Dictionary(
            uniqueKeysWithValues: schemas.map { ($0, SnapshotBuilder(dataset: $0, schema: $1)) })
        let files = stateFolder.map { folder in
            schemas.map { ($0, SnapshotFile(inFolder: folder, $0, $1, of: place)) }
        }
        archive = SnapshotArchive(Dictionary(uniqueKeysWithValues: files ?? []), report: report)
    }

    /// The newest edition; never waits.
    public func current(_ dataset: Dataset) -> Edition? {
        state.withLock { $0.kept[dataset]?.edition }
    }

    /// The edition as of `clocks`: one of the few that are kept, or made from observations.
    public func edition(_ dataset: Dataset, clocks: [Platform: Instant]) throws(DataUnavailable) -> Edition {
        guard let builder = builders[dataset] else { throw DataUnavailable("there is no such data set") }
        let present = state.withLock { $0.kept[dataset]?.build }
        do {
            return try past.edition(dataset, clocks: clocks, version: present?.version) {
                if let later = try present.flatMap({ try builder.later($0, asOf: clocks) }) { return later }
                let connection = try database.connect()
                return try builder.past(clocks, connection)
            }
        } catch {
            note(error)
            throw DataUnavailable.because(error, report)
        }
    }

    /// Everything that is kept of one reel and was seen not later than `instant`, read anew.
    public func record(
        of key: ReelKey, in dataset: Dataset, until instant: Instant
    ) throws(DataUnavailable) -> ReelRecord {
        guard let schema = schemas[dataset] else { throw DataUnavailable("there is no such data set") }
        do {
            return try ReelRecords(schema: schema).record(of: key, until: instant, database.connect())
        } catch {
            note(error)
            throw DataUnavailable.because(error, report)
        }
    }

    /// How it is doing.
    public var figures: KeeperFigures { counted.withLock { $0 } }

    /// Takes what was kept on disk in an earlier time, to be shown as unconfirmed until the database has been looked at. False
    /// where there is nothing of live data: the sample alone would look as if there were none.
    public func loadKept() -> Bool {
        for dataset in [Dataset.live, .sample] {
            guard let builder = builders[dataset], let build = archive.read(dataset, by: builder) else {
                return dataset != .live
            }
            let kept = Kept(edition: build.edition(isUnconfirmed: true), build: build)
            state.withLock { $0.kept[dataset] = kept }
        }
        return true
    }

    /// Waits until the background thread has looked at the database for the first time, or could not.
    public func awaitFirstLook(for patience: Duration) {
        _ = watching.wait(for: patience) { $0.hasLooked ? true : nil }
    }

    /// Loads what there is before the first request; what fails is tried again by the background thread.
    public func loadOnce() {
        withConnection(refreshAll)
    }

    /// The same for a process that answers once: what was kept on disk is read while the database is called, which then says
    /// whether there is anything newer.
    public func loadForOneAnswer() throws(SystemError) {
        let reading = try Thread(name: "kept", stackSize: 4 << 20) { [self] in _ = loadKept() }
        withConnection { connection in
            reading.join()
            refreshAll(connection)
        }
        reading.join()
    }

    /// Keeps on disk what was loaded since, before the process ends.
    public func keepLoaded() {
        archive.writeAll()
    }

    /// Starts the background threads.
    public func start() throws(SystemError) {
        let started = try Thread(name: "snapshots", stackSize: 4 << 20) { [self] in watch() }
        thread.withLock { $0 = started }
        try archive.start()
    }

    /// Ends the background threads, if they are not in the middle of something.
    public func stop() {
        watching.withLock { $0.isStopping = true }
        archive.stop()
        _ = thread.withLock { $0 }?.join(for: .milliseconds(200))
    }

    /// Whether to stop, after a pause.
    private func pausesThenStops() -> Bool {
        watching.wait(for: Self.interval) { $0.isStopping ? true : nil } ?? false
    }

    private func watch() {
        Thread.yieldPriority()
        repeat {
            withConnection { connection in
                repeat {
                    refreshAll(connection)
                    watching.withLock { $0.hasLooked = true }
                    trimAgain()
                } while connection.isOpen && !pausesThenStops()
            }
            watching.withLock { $0.hasLooked = true }
        } while !pausesThenStops()
    }

    private func withConnection(_ body: (borrowing Connection) -> Void) {
        do {
            body(try database.connect())
        } catch {
            counted.withLock { $0.databaseAnswers = false }
            // It is the same database for both.
            tell(error, of: .live)
        }
    }

    /// What a new edition has replaced is freed when its last reader ends, and what was written to disk when it is: soon after,
    /// and not at once.
    private func trimAgain() {
        let isDue = state.withLock { state in
            guard state.looksUntilTrim > 0 else { return false }
            state.looksUntilTrim -= 1
            return state.looksUntilTrim == 0
        }
        if isDue { Memory.trim() }
    }

    private func refreshAll(_ connection: borrowing Connection) {
        for dataset in Dataset.allCases where connection.isOpen { refresh(dataset, connection) }
    }

    /// Loads a data set anew where a run has changed it. One that cannot be loaded keeps no other from it.
    private func refresh(_ dataset: Dataset, _ connection: borrowing Connection) {
        guard let schema = schemas[dataset], let builder = builders[dataset] else { return }
        do {
            try refresh(dataset, by: builder, connection)
            state.withLock { $0.trouble[dataset] = nil }
            counted.withLock { $0.databaseAnswers = true }
        } catch {
            counted.withLock { figures in
                figures.loads[dataset, default: .init()].failures += 1
                figures.databaseAnswers = connection.isOpen
            }
            tell(Self.cause(of: error, schema, connection), of: dataset)
        }
    }

    private func refresh(_ dataset: Dataset, by builder: SnapshotBuilder, _ connection: borrowing Connection) throws {
        let known = state.withLock { $0.kept[dataset]?.build }
        guard try builder.version(connection) != known?.version else { return confirm(dataset) }
        defer { Memory.trim() }
        let start = MonotonicClock.now()
        let build = try builder.present(after: known, connection)
        let kept = Kept(edition: build.edition, build: build)
        state.withLock { state in
            state.kept[dataset] = kept
            state.looksUntilTrim = Self.looksBeforeTrim
        }
        counted.withLock { figures in
            figures.loads[dataset, default: .init()].count += 1
            figures.loads[dataset, default: .init()].lastSeconds = Double(MonotonicClock.now() - start) / 1e9
        }
        archive.keep(build, of: dataset)
        // After months were detached, what was made of them is no longer answered.
        guard let known, known.answerableSince == build.answerableSince,
            let times = build.runs.times(changedSince: known.runs)
        else { return }
        past.renew(dataset, from: known.version, to: build.version, until: times.first ?? Instant(microseconds: .max))
    }

    /// The database has nothing newer than what was kept.
    private func confirm(_ dataset: Dataset) {
        guard let kept = state.withLock({ $0.kept[dataset] }), kept.edition.isUnconfirmed else { return }
        let confirmed = Kept(edition: kept.build.edition, build: kept.build)
        state.withLock { $0.kept[dataset] = confirmed }
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
        note(error)
        let text = "\(error)"
        let isNews = state.withLock { state in
            defer { state.trouble[dataset] = text }
            return state.trouble[dataset] != text
        }
        if isNews { report("data could not be loaded: \(text)") }
    }
}
