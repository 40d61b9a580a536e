import ArgumentParser
import Ingest
import Reels
import Settings
import Storage
import System

/// `run`: one ingestion from Apify.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Start the actors at Apify, wait for them, and bring their items in.",
        discussion: """
            A run that was interrupted is gone on with, and no second one is paid for. Every feed is served, one after the other; \
            one that fails keeps no other from it.
            """)

    @Flag(help: "Only the feeds whose interval has passed, or whose last run was interrupted.")
    var due = false

    @Option(
        name: .customLong("run-id"),
        help: ArgumentHelp("The id of the run, a UUID; of the first feed's where there are several.", valueName: "id"))
    var runID: RunIDArgument?

    func run() throws {
        let installation = try Outcome.reporting { try Installation() }
        let configured = try Outcome.reporting { try configuredFeeds(installation) }
        let feeds = due ? try Outcome.reporting { try dueFeeds(of: configured, installation) } : configured
        var runID = self.runID?.id
        var firstFailure: ExitCode?
        for feed in feeds {
            do {
                try Outcome.reporting { try serve(feed, as: runID, isAlone: configured.count == 1, installation) }
            } catch let code as ExitCode {
                firstFailure = firstFailure ?? code
            }
            runID = nil
        }
        if let feed = configured.first { settle(feed, installation) }
        if let firstFailure { throw firstFailure }
    }

    private func configuredFeeds(_ installation: Installation) throws -> [ApifyFeed] {
        let feeds = try installation.feeds()
        guard !feeds.isEmpty else {
            throw SettingsError(
                variable: "APIFY_API_TOKEN",
                problem: "is not set: without it and APIFY_ACTOR_ID there is nothing to run")
        }
        return feeds
    }

    private func dueFeeds(of feeds: [ApifyFeed], _ installation: Installation) throws -> [ApifyFeed] {
        let connection = try installation.connect(to: installation.schema)
        let journal = FeedJournal(schema: installation.schema)
        // A run whose process was killed is interrupted only once it is known to be.
        try journal.runs.closeAbandoned(
            host: CurrentProcess.hostName, isGone: { !RunningProcess.exists($0) }, connection)
        let services = try journal.lastServices(connection)
        let chosen = feeds.filter { feed in
            let last = services[feed.name] ?? FeedJournal.LastService()
            return FeedSchedule.hourly(interval: feed.interval).isDue(after: last, at: Installation.now())
        }
        if chosen.isEmpty { Terminal.note("no feed is due") }
        return chosen
    }

    private func serve(_ feed: ApifyFeed, as runID: String?, isAlone: Bool, _ installation: Installation) throws {
        let ingestion = ApifyIngestion(
            database: installation.database, schema: installation.schema, feed: feed, now: Installation.now,
            pause: { Thread.pause(for: $0) })
        let name = isAlone ? "" : "\(feed.name): "
        let report = try ingestion.run(id: runID ?? SecureRandom.uuid()) { Terminal.progress($0, prefix: name) }
        Terminal.endProgress()
        for line in report.lines { Terminal.say(name + line) }
        Terminal.say("\(name)  run \(report.run.id): \(report.run.state.rawValue)")
        if let error = report.run.error { Terminal.note(name + error) }
        if report.isFailure { throw Outcome.failed }
    }

    /// Earlier runs: this one has not settled yet. It is bookkeeping, and no reason for the command to fail.
    private func settle(_ feed: ApifyFeed, _ installation: Installation) {
        do {
            try RunSettlement(installation, feed).settle()
        } catch {
            Terminal.note("earlier runs are still open: \(error)")
        }
    }
}
