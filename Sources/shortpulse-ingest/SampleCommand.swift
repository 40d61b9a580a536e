import ArgumentParser
import Ingest
import Reels
import Sample
import Storage
import System

/// `sample`: invented reels to look at, beside the live data.
struct SampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Load the sample: invented reels of three platforms, in a schema of their own.")

    @Flag(help: "Do nothing where the sample is there already.")
    var ifEmpty = false

    func run() throws {
        try Outcome.reporting {
            let installation = try Installation()
            let schema = installation.schema.sample
            if ifEmpty, try isLoaded(schema, installation) { return }
            let importer = Importer(database: installation.database, schema: schema, now: Installation.now)
            var counts = ItemCounts()
            for run in SampleFeed().runs {
                let report = try importer.import(dataset(run), runID: SecureRandom.uuid())
                counts.observed += report.run.counts.observed
                counts.duplicate += report.run.counts.duplicate
                counts.rejected += report.run.counts.rejected
                Terminal.progress("sample", counts.received)
            }
            Terminal.endProgress()
            Terminal.say(
                "\(schema.name): received \(counts.received) = \(counts.observed) observed + \(counts.duplicate) duplicate + "
                    + "\(counts.rejected) rejected")
        }
    }

    private func isLoaded(_ schema: Schema, _ installation: Installation) throws -> Bool {
        let connection = try installation.connect(to: schema)
        // Its last run, since a sample that was interrupted is no sample: what is there already is known again.
        return try StateLoader(schema: schema).clocks(connection).values.max() == SampleFeed.lastRunAt
    }

    private func dataset(_ run: SampleRun) -> Importer.Dataset {
        var chunk: [UInt8]? = run.dataset
        return Importer.Dataset(
            name: "sample", scrapedAt: run.observedAt, scrapedAtIsExact: true,
            nextChunk: {
                defer { chunk = nil }
                return chunk
            })
    }
}
