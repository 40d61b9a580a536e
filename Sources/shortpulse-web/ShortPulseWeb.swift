import FastCGI
import Glibc
import Reels
import Scoring
import Settings
import Site
import Snapshots
import Storage
import System

/// `shortpulse-web`: the responder. FastCGI on descriptor 0 or on what systemd hands over, plain CGI where it finds a CGI environment, usage otherwise.
@main
struct ShortPulseWeb {
    static func main() {
        Memory.keepFreedBlocks()
        // Before anything starts a thread, so that every thread inherits it.
        Signals.block([.terminate, .interrupt])
        do {
            let pair = try UnixSocket.activatedPair()
            guard CommonGateway.isPresent || pair != nil || UnixSocket.isListening(StandardStream.input.rawValue) else {
                // Where standard error is closed nobody is left to tell.
                try? StandardStream.error.write(usage)
                exit(64)
            }
            // A core would hold the operator's token and the database's password.
            try ResourceLimits.disableCoreDumps()
            try Stack(settings: Settings.load()).serve(on: pair)
        } catch {
            Log.trouble("\(error)")
            exit(error is SettingsError ? 78 : 1)
        }
    }
}

private let usage = """
    usage: shortpulse-web is a responder for a web server. It serves FastCGI on the listening socket that it gets as descriptor 0
    (spawn-fcgi -n) or on the two that systemd hands over, and CGI where it finds a CGI environment. Settings: see .env.example.

    """

/// Everything that answers requests, put together.
private struct Stack {
    let settings: Settings
    let keeper: SnapshotKeeper
    let site: Site
    let watch = Watch()

    init(settings: Settings) throws {
        self.settings = settings
        guard let schema = Schema(settings.schemaName) else {
            throw SettingsError(variable: "SHORTPULSE_SCHEMA", problem: Schema.rule)
        }
        let database = Database(address: try settings.databaseAddress().revealed, applicationName: "shortpulse-web")
        let (watch, keeper) = (
            watch,
            SnapshotKeeper(
                database: database, schema: schema, stateFolder: settings.stateFolder, report: Log.trouble,
                note: watch.note)
        )
        self.keeper = keeper
        let desk = DatabaseDesk(
            database: database, schema: schema, listenSocketPath: settings.listenSocketPath, note: watch.note)
        site = Site(
            configuration: SiteConfiguration(
                environment: settings.environmentName, intervalHours: try settings.intervalHours(),
                ingestsByItself: settings.hasApifyCredentials, installedAt: Self.installedAt,
                operatorToken: settings.operatorToken.map { Array($0.revealed.utf8) }),
            snapshots: keeper, ingestion: desk, now: { Instant(microseconds: WallClock.now()) }, report: Log.trouble,
            tellMore: { watch.tell(keeper, in: &$0) })
    }

    /// Of the same file all responders say the same.
    private static var installedAt: Instant? {
        (try? File.modificationTime("/proc/self/exe")).map { Instant(microseconds: $0) }
    }

    /// Threads for what the snapshot answers, and for what may wait for the database.
    private static let quickThreads = 4
    private static let slowThreads = 8

    /// A database that is there confirms what was kept within this; one that is not is not waited for.
    private static let patience = Duration.milliseconds(20)

    /// `pair` is what systemd has handed over.
    func serve(on pair: (first: Int32, second: Int32)?) throws {
        let adapter = GatewayAdapter(site: site)
        guard !CommonGateway.isPresent else {
            try keeper.loadForOneAnswer()
            CommonGateway.serve(report: watch.refusals.note, handler: adapter.handler(mayWait: true))
            keeper.keepLoaded()
            return
        }
        let hasKept = keeper.loadKept()
        if !hasKept { keeper.loadOnce() }
        try keeper.start()
        if hasKept { keeper.awaitFirstLook(for: Self.patience) }
        let sockets = try sockets(pair)
        var responders = [
            Responder(listeningOn: sockets.quick, threads: Self.quickThreads, report: watch.refusals.note)
        ]
        if let listener = sockets.slow {
            responders.append(Responder(listeningOn: listener, threads: Self.slowThreads, report: watch.refusals.note))
        }
        for (number, responder) in responders.enumerated() {
            try responder.start(handler: adapter.handler(mayWait: number > 0))
        }
        try ServiceManager.tellReady()
        awaitTheEnd()
        for responder in responders { responder.shutDown() }
        for responder in responders { responder.join() }
        keeper.stop()
    }

    /// Waits for the signal to end, and until then tells whoever watches over this process that it goes on.
    private func awaitTheEnd() {
        let signals: Set<Signal> = [.terminate, .interrupt]
        guard let interval = ServiceManager.watchInterval else {
            _ = Signals.wait(for: signals)
            return
        }
        repeat {
            // What every answer needs: a process that is stuck there is of no use, and says nothing.
            _ = keeper.current(.live)
            // Who no longer listens will act on its own account.
            try? ServiceManager.tellAlive()
        } while Signals.wait(for: signals, within: interval) == nil
    }

    /// Where requests come: on what systemd hands over, or on descriptor 0 and on a socket that is opened here. They stay open as
    /// long as the process.
    private func sockets(_ pair: (first: Int32, second: Int32)?) throws -> (quick: Int32, slow: Int32?) {
        if let pair { return (pair.first, pair.second) }
        return (
            StandardStream.input.rawValue,
            try settings.slowSocketPath.map { path in try UnixSocket.listen(path: path).release() }
        )
    }
}
