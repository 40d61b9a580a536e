import ArgumentParser
import HTTPClient
import Ingest
import Reels
import Settings
import System

/// `run`: one ingestion from Apify.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Start the actor at Apify, wait for it, and bring its items in.")

    @Option(name: .customLong("run-id"), help: ArgumentHelp("The run's id, a UUID.", valueName: "id"))
    var runID: RunIDArgument?

    func run() throws {
        try Outcome.reporting {
            let installation = try Installation()
            guard let apify = try installation.settings.apify() else {
                throw SettingsError(
                    variable: "APIFY_API_TOKEN",
                    problem: "is not set: without it and APIFY_ACTOR_ID there is nothing to run")
            }
            let feed = ApifyFeed(apify)
            guard feed.inputIsObject else {
                throw SettingsError(variable: "APIFY_INPUT_JSON", problem: "must be one JSON object")
            }
            let ingestion = ApifyIngestion(
                database: installation.database, schema: installation.schema, feed: feed,
                now: Installation.now, pause: { Thread.pause(for: $0) })
            let report = try ingestion.run(id: runID?.id ?? SecureRandom.uuid(), progress: Terminal.note)
            for line in report.lines { Terminal.say(line) }
            Terminal.say("  run \(report.run.id): \(report.run.state.rawValue)")
        }
    }
}

extension ApifyFeed {
    init(_ settings: Settings.Apify) {
        self.init(
            token: BearerToken(settings.token.revealed), base: settings.base, actorID: settings.actorID,
            input: settings.inputJSON ?? Self.recommendedInput(maximumResults: settings.maximumResults),
            timeoutSeconds: settings.timeoutSeconds)
    }
}
