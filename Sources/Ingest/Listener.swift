import Postgres
public import Reels
import RunRequests
public import Storage
public import System

/// `listen`: takes requests to ingest on a unix socket, starts one process for each, and keeps the interval.
public struct Listener: Sendable {
    private let database: Database
    private let schema: Schema
    private let feeds: [ApifyFeed]
    private let start: @Sendable (Work) throws -> ChildProcess
    private let now: @Sendable () -> Instant
    private let report: @Sendable (String) -> Void

    /// What a process is started for.
    public enum Work: Sendable, Equatable {
        /// Every feed; the first one's run has this id.
        case run(id: String)
        /// The feeds whose interval has passed.
        case due
    }

    /// - Parameters:
    ///   - feeds: none where there are no credentials for Apify.
    ///   - start: starts the process that does the work.
    ///   - report: takes a line for the log.
    public init(
        database: Database, schema: Schema, feeds: [ApifyFeed],
        start: @escaping @Sendable (Work) throws -> ChildProcess, now: @escaping @Sendable () -> Instant,
        report: @escaping @Sendable (String) -> Void
    ) {
        self.database = database
        self.schema = schema
        self.feeds = feeds
        self.start = start
        self.now = now
        self.report = report
    }

    /// A client must have sent its line within this time.
    private static let patience = Duration.seconds(5)
    /// After a run that failed the next one is started no sooner.
    private static let pauseAfterFailure = Duration.seconds(1_800)
    /// The exit code of a process that found another run at work, which is no trouble.
    private static let busy = ChildProcess.Ending.exited(75)

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

    /// Closes the run of a process that ended before it could: nobody works on it, though it is shown as running. Whether there was one.
    public func closeAbandoned() -> Bool {
        do {
            let connection = try database.connect()
            return try RunStore(schema: schema).closeAbandoned(
                host: CurrentProcess.hostName, isGone: { !RunningProcess.exists($0) }, connection)
        } catch {
            report("it could not be seen whether a run was left behind: \(error)")
            return false
        }
    }

    /// Starts a process for the feeds that are due, where no run is at work. `resumesAtOnce`: what was
    /// interrupted is gone on with now, however lately it failed.
    public func keepInterval(resumesAtOnce: Bool) {
        guard !feeds.isEmpty else { return }
        do {
            let connection = try database.connect()
            let runs = RunStore(schema: schema)
            guard try runs.holder(connection) == nil else { return }
            let services = try FeedJournal(schema: schema).lastServices(connection)
            guard feeds.contains(where: { isDue($0, services[$0.name], resumesAtOnce) }) else { return }
            try watch(start(.due), runID: nil)
        } catch {
            report("the interval could not be kept: \(error)")
        }
    }

    private func isDue(_ feed: ApifyFeed, _ last: FeedJournal.LastService?, _ resumesAtOnce: Bool) -> Bool {
        guard let last else { return true }
        let resumes = resumesAtOnce && last.interruptedRunID != nil
        return FeedSchedule(interval: feed.interval, pauseAfterFailure: resumes ? .zero : Self.pauseAfterFailure)
            .isDue(after: last, at: now())
    }

    private func answer(to request: String) -> ListenAnswer {
        guard request == ListenAnswer.request else { return .refused(reason: "the request cannot be understood") }
        guard let feed = feeds.first else { return .noCredentials }
        return startRun(of: feed)
    }

    private func startRun(of feed: ApifyFeed) -> ListenAnswer {
        do {
            let connection = try database.connect()
            try Migrator(schema: schema).requireCurrent(connection)
            let opening = FeedJournal.Opening(
                runID: SecureRandom.uuid(), feed: feed.name, actorID: feed.actorID, itemPlatform: feed.platform,
                startedAt: now(), state: .queued)
            let runID = try FeedJournal(schema: schema).open(
                opening, lease: .ofThisProcess, isGone: { !RunningProcess.exists($0) }, connection)
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
            try watch(start(.run(id: runID)), runID: runID)
        } catch {
            // The row would block every later run.
            let own = Lease.ofThisProcess
            try RunStore(schema: schema).close(
                runID: runID, because: "its process could not be started", host: own.host,
                processIDs: (own.processID, own.processID), connection)
            throw error
        }
    }

    /// Collects the process when it has ended. It closes its run itself; one that could not, leaves that to us.
    private func watch(_ child: ChildProcess, runID: String?) throws {
        _ = try Thread(name: "run") {
            do {
                let ending = try child.wait()
                guard ending != .exited(0), ending != Self.busy else { return }
                report("the process of \(runID.map { "run \($0)" } ?? "the feeds that were due") ended: \(ending)")
                try closeRun(of: child, runID: runID, because: "its process \(ending.words) before it had begun")
            } catch {
                report("the end of a run could not be recorded: \(error)")
            }
        }
    }

    /// A run that was queued is still in our own name where its process ended too soon to take it up.
    private func closeRun(of child: ChildProcess, runID: String?, because reason: String) throws {
        let connection = try database.connect()
        let own = Lease.ofThisProcess
        if let runID {
            try RunStore(schema: schema).close(
                runID: runID, because: reason, host: own.host, processIDs: (own.processID, Int64(child.identifier)),
                connection)
        }
        try RunStore(schema: schema).closeAbandoned(
            host: CurrentProcess.hostName, isGone: { $0 == Int64(child.identifier) }, connection)
    }
}

extension ChildProcess.Ending {
    fileprivate var words: String {
        switch self {
        case .exited(let status): "exited with \(status)"
        case .killed(let signal): "was killed by signal \(signal)"
        }
    }
}
