import ArgumentParser
import Storage

/// `rebuild`: latest state from observations.
struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "Make the latest state of every reel anew from the observations.")

    func run() async throws {
        try await Outcome.reporting {
            let installation = try await Installation()
            let connection = try installation.connect(to: installation.schema)
            let count = try LatestState(schema: installation.schema).rebuild(connection)
            Terminal.say("\(installation.schema.name): latest state of \(count) reels made anew")
        }
    }
}
