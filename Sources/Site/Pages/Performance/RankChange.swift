import Markup
import Scoring

/// How far a reel has moved in the order of the score since the run before.
enum RankChange {
    @MarkupBuilder
    static func view(_ reel: ScoredReel) -> Node {
        if reel.cohort.hasPreviousRanks {
            switch reel.previousRank.map({ $0 - reel.rank }) {
            case nil: small { "new" }
            case 0?: small { "=" }
            case let climbed?:
                small {
                    span(.ariaHidden) { climbed > 0 ? "▲" : "▼" }
                    span(.class("visually-hidden")) { climbed > 0 ? "up " : "down " }
                    Figures.whole(climbed.magnitude)
                }
            }
        }
    }
}
