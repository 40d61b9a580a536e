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
            let findings = try Verification(schema: schema).findings(asOf: asOf?.instant, connection, tell: Self.tell)
            guard !findings.isEmpty else {
                return Terminal.say("\(schema.name): no observation yet, nothing to verify")
            }
            for platform in Platform.allCases where !findings.contains(where: { $0.platform == platform }) {
                Terminal.say("\(platform.rawValue): no observation, nothing to compare")
            }
            Terminal.say(Self.summary(of: findings))
            if findings.contains(where: { $0.disagreementCount > 0 }) { throw Outcome.failed }
        }
    }

    private static func tell(_ finding: Verification.Finding) {
        let difference = finding.largestDifference.map { ", largest difference \(words($0))" } ?? ""
        let verdict = finding.disagreementCount == 0 ? "ok" : "\(finding.disagreementCount) DISAGREEMENTS"
        Terminal.say(
            "\(name(finding)) as of \(finding.asOf.iso8601): \(finding.size) reels\(difference), \(verdict)")
        for line in finding.disagreements.prefix(shownDisagreements) { Terminal.say("  " + line) }
    }

    private static func summary(of findings: [Verification.Finding]) -> String {
        let reels = findings.map(\.size).reduce(0, +)
        let disagreements = findings.map(\.disagreementCount).reduce(0, +)
        if reels == 0, disagreements == 0 { return "\(findings.count) cohorts without a reel, nothing to compare" }
        let widest = findings.max { ($0.largestDifference?.share ?? 0) < ($1.largestDifference?.share ?? 0) }
        let difference = widest.flatMap { finding in
            finding.largestDifference.map { "largest difference \(words($0)) in \(name(finding))" }
        }
        return "\(findings.count) cohorts, \(reels) reels compared, \(difference ?? "no difference at all"): "
            + (disagreements == 0 ? "all within rounding" : "\(disagreements) DISAGREEMENTS")
    }

    private static func name(_ finding: Verification.Finding) -> String {
        "\(finding.platform.rawValue) \(finding.window.rawValue)"
    }

    private static func words(_ difference: Verification.Difference) -> String {
        "\(difference.share) (\(difference.field)\(difference.reelID.map { " of \($0)" } ?? ""))"
    }
}
