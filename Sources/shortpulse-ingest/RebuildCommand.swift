import ArgumentParser
import Storage

/// `rebuild`: latest state from observations.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Make the latest state of every reel anew from the observations.")

    func run() throws {
        try Outcome.reporting {
            let installation = try Installation()
            let connection = try installation.connect(to: installation.schema)
            let count = try LatestState(schema: installation.schema).rebuild(connection)
            Terminal.say("\(installation.schema.name): latest state of \(count) reels made anew")
        }
    }
}
