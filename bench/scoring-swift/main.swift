// Scores one cohort with the product's own code, as often as it is asked to: bench/scoring-floor.c in Swift.
//
// Usage: bench-scoring ROWS [nested|equal-age]   scores once for each line read; prints microseconds of CPU and a checksum of
// the result. With `nested` it scores 7, 30 and 90 days and prints the checksum of the last. With `equal-age` it computes the
// equal-age percentile of each reel, of so many observations.

import Glibc
import Reels
import Scoring
import System

guard CommandLine.arguments.count > 1, let count = Int(CommandLine.arguments[1]), count > 0 else { exit(64) }
// As the responder does.
Memory.keepFreedBlocks()
let mode = CommandLine.arguments.dropFirst(2).first
let states = ReelStates(benchmarkRows: count)
if mode == "equal-age" { rankAtEqualAge(SightingHistory(benchmarkRows: states)) }
var sum: String?
while readLine() != nil {
    let start = clock()
    let scores = mode == "nested" ? CohortScores.ofEveryWindow(states) : [CohortScores(of: states, window: .quarter)]
    let end = clock()
    let result = sum ?? hexadecimal(checksum(Cohort(scores[0])))
    print(end - start, result)
    sum = result
    fflush(nil)
}

/// Answers each line with microseconds of CPU and the number of reels that have peers enough.
func rankAtEqualAge(_ history: SightingHistory) -> Never {
    while readLine() != nil {
        let start = clock()
        let ranking = EqualAgeRanking(of: history, asOf: states.asOf)
        let end = clock()
        print(end - start, (0..<history.count).count { ranking[$0]?.percentile != nil })
        fflush(nil)
    }
    exit(0)
}

/// Of the order, the identifiers and the scores.
func checksum(_ cohort: Cohort) -> UInt64 {
    var sum: UInt64 = 0
    for rank in 0..<cohort.count {
        let reel = cohort[rank]
        let parts = [
            UInt64(reel.views), UInt64(reel.key.reelID.utf8.first ?? 0), reel.performanceScore?.bitPattern ?? .max,
        ]
        for part in parts { sum = sum &* 0x9E37_79B9_7F4A_7C15 &+ part }
    }
    return sum
}

func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}
