import ApifyStandIn
import ArgumentParser
import System

/// Apify's API for trying things by hand.
@main
struct ApifyStandInCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apify-stand-in",
        abstract: "Stands in for Apify on this machine: one actor, whose runs deliver made-up reels.")

    @Option(help: "The port to listen on; 0 for a free one.")
    var port: UInt16 = 0

    @Option(help: "The token that clients have to send.")
    var token = "made-up-token"

    @Option(help: "The actor's name, as user~name.")
    var actor = "made~up"

    @Option(help: "How many reels a run delivers.")
    var items = 200

    @Option(help: "How many seconds a run takes.")
    var seconds = 5

    /// Prints the variables that have `shortpulse-ingest` use it, and stays until it is told to end.
    func run() throws {
        let endings: Set<Signal> = [.interrupt, .terminate]
        Signals.block(endings)
        let standIn = try ApifyStandIn(token: token, port: port)
        var script = RunScript(.reels(items))
        script.runs = .time(.seconds(seconds))
        standIn.host(actor, script)
        try StandardStream.output.write(
            "APIFY_API_BASE=\(standIn.url)\nAPIFY_API_TOKEN=\(token)\nAPIFY_ACTOR_ID=\(actor)\n")
        _ = Signals.wait(for: endings)
        standIn.stop()
    }
}
