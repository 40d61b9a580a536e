import ArgumentParser
import Ingest
import Logging
import Settings
import Storage
import System

/// `listen`: requests to ingest, and the interval.
struct ListenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Take requests to ingest on a unix socket (SHORTPULSE_LISTEN_SOCKET) and keep the interval.")

    /// How often it is asked whether the interval has passed.
    private static let clockTick = Duration.seconds(60)

    /// Milliseconds. Whoever asks for an ingestion waits five seconds for the answer.
    private static let databaseDeadline = 2_000

    func run() throws {
        Signals.block([.terminate, .interrupt])
        try Outcome.reporting {
            let installation = try Installation()
            guard let path = installation.settings.listenSocketPath else {
                throw SettingsError(
                    variable: "SHORTPULSE_LISTEN_SOCKET", problem: "is not set: it names the socket to listen on")
            }
            let listener = try makeListener(installation)
            let socket = try UnixSocket.listen(path: path)
            let isStopping = Lock(false)
            let server = try Thread(name: "requests") { listener.serve(socket) { isStopping.withLock { $0 } } }
            let clock = try Thread(name: "interval") {
                listener.closeAbandoned()
                repeat {
                    listener.keepInterval()
                } while isStopping.wait(for: Self.clockTick, until: { $0 ? true : nil }) == nil
            }
            _ = Signals.wait(for: [.terminate, .interrupt])
            isStopping.withLock { $0 = true }
            server.interrupt()
            _ = server.join(for: .seconds(1))
            _ = clock.join(for: .seconds(1))
        }
    }

    private func makeListener(_ installation: Installation) throws -> Listener {
        let logger = Logger(label: "shortpulse-ingest") { StreamLogHandler.standardError(label: $0) }
        var database = installation.database
        database.connectDeadline = Self.databaseDeadline
        database.statementDeadline = Self.databaseDeadline
        let program = try CurrentProcess.executablePath()
        return Listener(
            database: database, schema: installation.schema,
            hasCredentials: try installation.settings.apify() != nil,
            interval: .seconds(3_600 * (try installation.settings.intervalHours())),
            start: { runID in try ChildProcess(executable: program, arguments: ["run", "--run-id", runID]) },
            now: Installation.now, report: { logger.warning("\($0)") })
    }
}
