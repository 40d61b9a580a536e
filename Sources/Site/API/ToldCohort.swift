import Reels
import Scoring

/// A cohort as it is told of in the frame of an answer.
struct ToldCohort {
    let platform: Platform
    let asOf: Instant
    let window: Window
    /// Nil where the platform has no data.
    let scored: Cohort?
    let source: PlatformSnapshot?

    var size: Int { scored?.count ?? 0 }
}

extension JSONWriter {
    mutating func write(_ cohort: ToldCohort) {
        let coverage = cohort.scored?.coverage
        object { object in
            object.member("platform", .text(cohort.platform.rawValue))
            object.member("as_of", .time(cohort.asOf))
            object.member("size", .count(Int64(cohort.size)))
            object.member("fresh_percentage", .decimal(coverage?.freshPercentage, places: 2))
            object.member("seen_twice_percentage", .decimal(coverage?.seenTwicePercentage, places: 2))
            object.member("shares_known_percentage", .decimal(coverage?.sharesKnownPercentage, places: 2))
            object.member("shares_move_ranks", .flag(coverage?.warnsOfShares))
            object.member("previous_as_of", .time(cohort.source?.data.previous?.asOf))
            object.member("changes") { list in
                list.array { list in
                    for change in cohort.source?.changes(window: cohort.window) ?? [] { list.write(change) }
                }
            }
        }
    }

    private mutating func write(_ change: Change) {
        object { object in
            object.member("kind", .text(change.kind.rawValue))
            object.member("reel_id", .text(change.key.reelID))
            object.member("reason", .text(change.reason))
        }
    }
}
