import Markup
import Reels
import Scoring

/// What is shown, in words that several pages use.
extension PageContext {
    /// `TikTok`, `All platforms`.
    var platformWords: String { query.platform?.displayName ?? "All platforms" }

    /// The instants of the cohorts shown, each with the platforms it belongs to: one, unless platforms were seen at
    /// different times.
    private var clocks: [(instant: Instant, platforms: [Platform])] {
        let byInstant = Dictionary(grouping: cohorts, by: \.asOf)
        return byInstant.sorted { $0.key > $1.key }.map { ($0.key, $0.value.map(\.platform)) }
    }

    /// Platform, window and instant, and what the page knows of the next run.
    func status(_ last: [String] = []) -> Node {
        ul(.class("status")) {
            li { strong { platformWords } }
            li { "reels of " + query.window.words }
            for part in asOfParts { li { part } }
            if let nextRunDue {
                li {
                    isStale ? "next run was due " : "next run due "
                    nextRunDue.element
                }
            }
            for part in last { li { part } }
        }
    }

    private var asOfParts: [Node] {
        if let asOf = query.asOf { return [.group([.text("as of "), asOf.element])] }
        let clocks = clocks
        guard clocks.count > 1 else { return clocks.map { .group([.text("data as of "), $0.instant.element]) } }
        return clocks.map { clock in
            let names = clock.platforms.map(\.displayName).joined(separator: ", ")
            return .group([.text(names + " as of "), clock.instant.element])
        }
    }
}

extension Window {
    /// `7 days`.
    var words: String { "\(days)\(Figures.unitSpace)days" }
}
