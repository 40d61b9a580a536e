import Ingest
import Settings
import Storage

/// What the settings say, as far as that can be told without asking anybody.
struct SettingsDoctor {
    private let installation: Installation

    init(_ installation: Installation) {
        self.installation = installation
    }

    var findings: [Finding] {
        do {
            let feeds = try installation.feeds()
            _ = try installation.settings.intervalHours()
            let names = feeds.map(\.name).joined(separator: ", ")
            return [
                .good("settings", "schema \(installation.schema.name)" + (feeds.isEmpty ? "" : "; feeds: \(names)"))
            ] + (installation.settings.operatorToken.map { Self.judge(token: $0.revealed) } ?? [])
        } catch {
            return [.bad("settings", "\(error)", remedy: "see .env.example, or /etc/shortpulse/shortpulse.env")]
        }
    }

    private static func judge(token: String) -> [Finding] {
        guard token.utf8.count < 16 else { return [] }
        return [
            .advice(
                "settings", "SHORTPULSE_OPERATOR_TOKEN is short enough to be guessed",
                remedy: "make one with: openssl rand -hex 16")
        ]
    }
}
