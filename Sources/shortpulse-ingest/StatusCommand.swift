import ArgumentParser
import Ingest
import Postgres
import Reels
import Storage

/// `status`: how ingestion stands.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say how ingestion stands: the active run, each feed, the newest runs, costs.")

    @Flag(help: "As one JSON object.")
    var json = false

    func run() throws {
        try Outcome.reporting {
            let installation = try Installation()
            let connection = try installation.connect(to: installation.schema)
            let status = try StatusReport(installation, connection)
            if json { return Terminal.say(try status.json) }
            for line in status.lines { Terminal.say(line) }
        }
    }
}
