import ArgumentParser
import Ingest
import Reels
import System

/// `import`: datasets that were downloaded from Apify.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import datasets downloaded from Apify: JSON arrays or JSON lines.",
        discussion: """
            Each file is one run and one transaction. What is no reel is kept with its reason and the rest goes on; the same \
            file again changes nothing.
            """)

    @Argument(help: "Files, or - for standard input.")
    var files: [String]

    @Option(help: "Take every item for this platform, rather than by its own shape: instagram, tiktok or youtube.")
    var platform: Platform?

    @Option(
        help: ArgumentHelp(
            "When the platform was looked at, as 2026-05-01T12:00:00Z. Without it a file's modification time.",
            valueName: "time"))
    var observedAt: InstantArgument?

    @Option(name: .customLong("run-id"), help: ArgumentHelp("The run's id, a UUID; for one file.", valueName: "id"))
    var runID: RunIDArgument?

    func validate() throws {
        if files.isEmpty { throw ValidationError("Name at least one file, or - for standard input.") }
        if runID != nil, files.count > 1 { throw ValidationError("--run-id names one run, and each file is one.") }
        if observedAt == nil, files.contains("-") {
            throw ValidationError(
                "Standard input has no modification time: say when it was observed with --observed-at.")
        }
    }

    func run() throws {
        let installation = try Outcome.reporting { try Installation() }
        let importer = Importer(
            database: installation.database, schema: installation.schema, now: Installation.now)
        var firstFailure: ExitCode?
        for file in files {
            do {
                try Outcome.reporting { try importFile(file, with: importer) }
            } catch let code as ExitCode {
                firstFailure = firstFailure ?? code
            }
        }
        if let firstFailure { throw firstFailure }
    }

    private func importFile(_ file: String, with importer: Importer) throws {
        let name = file == "-" ? "standard input" : file
        do {
            let (scrapedAt, isExact) = try scrapeTime(of: file)
            var reader = file == "-" ? ChunkReader.standardInput() : try ChunkReader(path: file)
            let report = try importer.import(
                Importer.Dataset(
                    name: name, scrapedAt: scrapedAt, scrapedAtIsExact: isExact, platform: platform,
                    nextChunk: { try reader.next() }),
                runID: runID?.id ?? SecureRandom.uuid(), progress: { Terminal.progress(name, $0) })
            Terminal.endProgress()
            tell(report, name: name, isExact: isExact)
        } catch {
            throw NamedFileError(name: name, error: error)
        }
    }

    private func scrapeTime(of file: String) throws -> (Instant, isExact: Bool) {
        if let observedAt { return (observedAt.instant, true) }
        return (Instant(microseconds: try File.modificationTime(file)), false)
    }

    private func tell(_ report: RunReport, name: String, isExact: Bool) {
        let source = isExact ? "" : " (the file's modification time)"
        let lines = report.lines
        Terminal.say("\(name): \(lines[0])")
        for line in lines.dropFirst() { Terminal.say(line) }
        Terminal.say("  observed at \(report.run.scrapedAt?.iso8601 ?? "")\(source), run \(report.run.id)")
    }
}

/// An error with the name of the file that it befell.
struct NamedFileError: Error, CustomStringConvertible {
    let name: String
    let error: any Error

    var description: String {
        // An error of the system names the file itself.
        error is SystemError ? "\(error)" : "\(name): \(error)"
    }
}
