import ArgumentParser
import Ingest
import Reels

/// `replay`: a run's stored items mapped again.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Map a run's stored items again, after a mapping has improved.",
        discussion: "New observations are stored only where there were none; nothing that is stored changes.")

    @Argument(help: ArgumentHelp("The run's id, a UUID; status lists the newest.", valueName: "run"))
    var runID: RunIDArgument

    func run() throws {
        try Outcome.reporting {
            let installation = try Installation()
            let found = try Replay(database: installation.database, schema: installation.schema).replay(runID.id)
            let sightings = found.observed + found.duplicate
            Terminal.say(
                sightings == 0
                    ? "run \(runID.id): nothing that was rejected is a reel, nothing changed"
                    : "run \(runID.id): \(sightings) of its rejected items are reels now = \(found.observed) observed + "
                        + "\(found.duplicate) duplicate")
        }
    }
}
