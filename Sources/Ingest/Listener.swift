import Postgres
public import Reels
public import Storage
public import System

/// `listen`: takes requests to ingest on a unix socket, starts one process for each, and keeps the interval.
public struct Listener: Sendable {
    private let database: Database
    private let schema: Schema
    private let hasCredentials: Bool
    private let interval: Duration
    private let start: @Sendable (String) throws -> ChildProcess
    private let now: @Sendable () -> Instant
    private let report: @Sendable (String) -> Void

    /// - Parameters:
    ///   - start: starts the process that works on the run of that id.
    ///   - report: takes a line for the log.
    public init(
        database: Database, schema: Schema, hasCredentials: Bool, interval: Duration,
        start: @escaping @Sendable (String) throws -> ChildProcess, now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (String) -> Void
    ) {
        self.database = database
        self.schema = schema
        self.hasCredentials = hasCredentials
        self.interval = interval
        self.start = start
        self.now = now
        self.report = report
    }

    /// A client must have sent its line within this time.
    private static let patience = Duration.seconds(5)

    /// Serves requests on `listener` until the thread is interrupted and `isStopping` says so.
    public func serve(_ listener: borrowing FileDescriptor, isStopping: () -> Bool) {
        while !isStopping() {
            do throws(SystemError) {
                let connection = try UnixSocket.accept(on: listener)
                try connection.setDeadlines(receive: Self.patience, send: Self.patience)
                let request = String(decoding: try connection.readAll(limit: ListenAnswer.longestLine), as: UTF8.self)
                try connection.write(answer(to: request).line)
            } catch {
                guard !isStopping() else { return }
                report("a request was lost: \(error)")
                // What keeps connections from being taken, such as too many open files, does not pass in a moment.
                Thread.pause(for: .milliseconds(100))
            }
        }
    }

    /// Closes the run of a process that ended before it could: nobody works on it, though it is shown as running.
    public func closeAbandoned() {
        do {
            let connection = try database.connect()
            try RunStore(schema: schema).closeAbandoned(
                host: CurrentProcess.hostName, at: now(), isGone: { !RunningProcess.exists($0) }, connection)
        } catch {
            report("it could not be seen whether a run was left behind: \(error)")
        }
    }

    /// Starts a run when the last one that Apify was asked for began an interval ago; does nothing without credentials.
    public func keepInterval() {
        guard hasCredentials else { return }
        do {
            let connection = try database.connect()
            let newest = try RunStore(schema: schema).newestApifyStart(connection)
            let due = newest?.advanced(byMicroseconds: Int64(interval / .microseconds(1)))
            if due.map({ $0 <= now() }) ?? true { _ = startRun() }
        } catch {
            report("the interval could not be kept: \(error)")
        }
    }

    private func answer(to request: String) -> ListenAnswer {
        guard request == ListenAnswer.request else { return .refused(reason: "the request cannot be understood") }
        guard hasCredentials else { return .noCredentials }
        return startRun()
    }

    private func startRun() -> ListenAnswer {
        do {
            let runID = SecureRandom.uuid()
            let connection = try database.connect()
            try Migrator(schema: schema).requireCurrent(connection)
            try RunStore(schema: schema).begin(
                Run(id: runID, source: .apify, state: .queued, startedAt: now()), lease: .ofThisProcess,
                isGone: { !RunningProcess.exists($0) }, connection)
            try startProcess(runID, connection)
            return .accepted(runID: runID)
        } catch StorageError.leaseHeld(let holder) {
            return .busy(runID: holder.runID)
        } catch {
            report("a run could not be started: \(error)")
            return .refused(reason: "the run could not be started; the log of shortpulse-ingest listen says why")
        }
    }

    private func startProcess(_ runID: String, _ connection: borrowing Connection) throws {
        do {
            let child = try start(runID)
            _ = try Thread(name: "run") { watch(child, runID) }
        } catch {
            // The row would block every later run.
            try RunStore(schema: schema).withdraw(runID: runID, connection)
            throw error
        }
    }

    /// Collects the process when it has ended. It closes its run itself; one that could not, leaves that to us.
    private func watch(_ child: ChildProcess, _ runID: String) {
        do {
            let ending = try child.wait()
            guard ending != .exited(0) else { return }
            report("the process of run \(runID) ended: \(ending)")
            let connection = try database.connect()
            try RunStore(schema: schema).close(runID: runID, because: "its process ended: \(ending)", connection)
        } catch {
            report("the end of run \(runID) could not be recorded: \(error)")
        }
    }
}
