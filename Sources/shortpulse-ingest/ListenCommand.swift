import ArgumentParser
import Ingest
import Logs
import Settings
import Storage
import System

/// `listen`: requests to ingest, and the interval.
struct ListenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Take requests to ingest on a unix socket, keep the interval, and settle the costs of runs.",
        discussion: """
            The socket is the one that systemd hands over, and a timer keeps the interval then; else SHORTPULSE_LISTEN_SOCKET \
            names it.
            """)

    /// How often it is asked whether the interval has passed.
    private static let clockTick = Duration.seconds(60)

    /// Milliseconds. Whoever asks for an ingestion waits five seconds for the answer.
    private static let databaseDeadline = 2_000

    func run() throws {
        Signals.block([.terminate, .interrupt])
        try Outcome.reporting {
            let installation = try Installation()
            let feeds = try installation.feeds()
            let log = OperatorLog(program: "shortpulse-ingest")
            let listener = try makeListener(installation, feeds) { log.trouble($0) }
            let handedOver = try UnixSocket.activated()
            let keepsInterval = handedOver == nil
            let socket = try handedOver ?? openSocket(installation)
            let isStopping = Lock(false)
            let server = try Thread(name: "requests") { listener.serve(socket) { isStopping.withLock { $0 } } }
            let clock = try Thread(name: "interval") {
                var isFirst = true
                repeat {
                    let wasAbandoned = listener.closeAbandoned()
                    if keepsInterval { listener.keepInterval(resumesAtOnce: isFirst || wasAbandoned) }
                    isFirst = false
                    settle(installation, feeds) { log.trouble($0) }
                } while isStopping.wait(for: Self.clockTick, until: { $0 ? true : nil }) == nil
            }
            _ = Signals.wait(for: [.terminate, .interrupt])
            isStopping.withLock { $0 = true }
            server.interrupt()
            _ = server.join(for: .seconds(1))
            _ = clock.join(for: .seconds(1))
        }
    }

    private func openSocket(_ installation: Installation) throws -> FileDescriptor {
        guard let path = installation.settings.listenSocketPath else {
            throw SettingsError(
                variable: "SHORTPULSE_LISTEN_SOCKET", problem: "is not set: it names the socket to listen on")
        }
        return try UnixSocket.listen(path: path)
    }

    private func makeListener(
        _ installation: Installation, _ feeds: [ApifyFeed], report: @escaping @Sendable (String) -> Void
    ) throws -> Listener {
        var database = installation.database
        database.connectDeadline = Self.databaseDeadline
        database.statementDeadline = Self.databaseDeadline
        let program = try CurrentProcess.executablePath()
        return Listener(
            database: database, schema: installation.schema, feeds: feeds,
            start: { try ChildProcess(executable: program, arguments: $0.arguments) }, now: Installation.now,
            report: report)
    }

    private func settle(_ installation: Installation, _ feeds: [ApifyFeed], report: (String) -> Void) {
        guard let feed = feeds.first else { return }
        do {
            try RunSettlement(installation, feed).settle()
        } catch {
            report("runs are still open: \(error)")
        }
    }
}

extension Listener.Work {
    /// Of this program, for the process that does it.
    fileprivate var arguments: [String] {
        switch self {
        case .run(let id): ["run", "--run-id", id]
        case .due: ["run", "--due"]
        }
    }
}
