import ArgumentParser
import Settings
import System

/// `doctor`: whether everything that ShortPulse needs is as it needs it.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say whether settings, database, Apify, clock, disk and services are as they need to be.",
        discussion: """
            A line each, with what to do where something is not. Changes nothing. Ends with 1 where something is bad.
            """)

    func run() throws {
        let findings = examine()
        for finding in findings { Terminal.say(finding.line) }
        if findings.contains(where: { $0.verdict == .bad }) { throw Outcome.failed }
    }

    private func examine() -> [Finding] {
        let installation: Installation
        do {
            installation = try Installation()
        } catch {
            return [.bad("settings", "\(error)", remedy: "see .env.example, or /etc/shortpulse/shortpulse.env")]
        }
        return SettingsDoctor(installation).findings + DatabaseDoctor(installation).findings
            + ApifyDoctor(installation).findings + MachineDoctor(installation).findings
            + ServiceDoctor(installation).findings
    }
}
