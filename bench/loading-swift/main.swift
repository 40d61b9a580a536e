// Reads cohorts from PostgreSQL and scores them with the product's own code, as often as it is asked to.
//
// Usage: bench-loading load [INSTANT]          everything at the data clock; or as of an instant, from the observations
//        bench-loading update                  what runs have brought since the turn before
//        bench-loading statements [INSTANT]    prints what `load` reads, in the form that bench/copy-floor.c takes
//
// DATABASE_URL and SHORTPULSE_SCHEMA say where. Each line read is a turn. It prints microseconds, microseconds of CPU, rows read,
// 0, resident bytes, reels, bytes of texts and bytes of history.

import Glibc
import Reels
import Storage
import System

let arguments = CommandLine.arguments.dropFirst()
guard let mode = arguments.first, let address = Environment.value("DATABASE_URL"),
    let schema = Schema(Environment.value("SHORTPULSE_SCHEMA") ?? "shortpulse")
else { exit(64) }
// As the responder does.
Memory.keepFreedBlocks()
let bench = LoadingBenchmark(
    database: Database(address: address, applicationName: "bench-loading"), schema: schema,
    instant: arguments.dropFirst().first.flatMap { Instant(iso8601: $0) })
switch mode {
case "statements": try bench.printStatements()
case "update": try bench.run(keepsBuild: true)
case "load": try bench.run(keepsBuild: false)
default: exit(64)
}
