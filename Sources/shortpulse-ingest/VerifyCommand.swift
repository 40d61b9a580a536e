import ArgumentParser
import Ingest
import Reels
import Storage

/// `verify`: every score against PostgreSQL's own.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Let PostgreSQL compute every score by window functions and compare.",
        discussion: "Exits with 1 where a number differs by more than rounding.")

    @Option(name: .customLong("as-of"), help: ArgumentHelp("An instant, as 2026-05-01T12:00:00Z.", valueName: "time"))
    var asOf: InstantArgument?

    @Option(help: "live or sample.")
    var dataset: DatasetOption = .live

    /// So many disagreements of a cohort are shown.
    private static let shownDisagreements = 5

    func validate() throws {
        guard let asOf, asOf.instant > Installation.now() else { return }
        throw ValidationError("--as-of \(asOf.instant.iso8601) lies in the future.")
    }

    func run() throws {
        try Outcome.reporting {
            let installation = try Installation()
            let schema = installation.schema(of: dataset)
            let connection = try installation.connect(to: schema)
            let findings = try Verification(schema: schema).findings(asOf: asOf?.instant, connection)
            if findings.isEmpty { Terminal.say("\(schema.name): no observation yet, nothing to verify") }
            findings.forEach(tell)
            if findings.contains(where: { !$0.disagreements.isEmpty }) { throw Outcome.failed }
        }
    }

    private func tell(_ finding: Verification.Finding) {
        let verdict = finding.disagreements.isEmpty ? "ok" : "DIFFERS"
        Terminal.say(
            "\(finding.platform.rawValue) \(finding.window.rawValue) as of \(finding.asOf.iso8601): \(finding.size) reels, "
                + "largest difference \(finding.largestDifference), \(verdict)")
        for line in finding.disagreements.prefix(Self.shownDisagreements) { Terminal.say("  " + line) }
    }
}
