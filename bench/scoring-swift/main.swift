// Scores one cohort with the product's own code, as often as it is asked to: bench/scoring-floor.c in Swift.
//
// Usage: bench-scoring ROWS [nested]   scores once for each line read; prints microseconds of CPU and a checksum of the
// result. With `nested` it scores 7, 30 and 90 days and prints the checksum of the last.

import Glibc
import Reels
import Scoring
import System

guard CommandLine.arguments.count > 1, let count = Int(CommandLine.arguments[1]), count > 0 else { exit(64) }
// As the responder does.
Memory.keepFreedBlocks()
let isNested = CommandLine.arguments.count > 2
let states = ReelStates(benchmarkRows: count)
var sum: String?
while readLine() != nil {
    let start = clock()
    let scores = isNested ? CohortScores.ofEveryWindow(states) : [CohortScores(of: states, window: .quarter)]
    let end = clock()
    let result = sum ?? hexadecimal(checksum(Cohort(scores[0])))
    print(end - start, result)
    sum = result
    fflush(nil)
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
