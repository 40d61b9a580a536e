import Glibc
import Postgres
import Reels
import Scoring
import Snapshots
import Storage
import System

/// Loading, turn by turn.
struct LoadingBenchmark {
    let database: Database
    let schema: Schema
    /// Nil is the present.
    let instant: Instant?

    /// A turn for each line read. `keepsBuild` lets each turn go on from the one before.
    func run(keepsBuild: Bool) throws {
        let connection = try database.connect()
        let builder = SnapshotBuilder(dataset: .live, schema: schema)
        var known: SnapshotBuilder.Build?
        while readLine() != nil {
            let (start, cpu) = (Self.microseconds(), clock())
            let build =
                try instant.map { try past($0, builder, connection) }
                ?? builder.present(after: keepsBuild ? known : nil, connection)
            let (time, used) = (Self.microseconds() - start, clock() - cpu)
            known = keepsBuild ? build : nil
            // As the responder does.
            Memory.trim()
            Self.report(build.snapshot, time, used)
        }
    }

    /// What a turn reads.
    func printStatements() throws {
        let connection = try database.connect()
        let loader = StateLoader(schema: schema)
        for statement in try loader.copyStatements(asOf: instant, connection) { print(statement + "\n;") }
    }

    private func past(
        _ instant: Instant, _ builder: SnapshotBuilder, _ connection: borrowing Connection
    ) throws -> SnapshotBuilder.Build {
        let seen = try StateLoader(schema: schema).clocks(connection).keys
        return try builder.past(Dictionary(uniqueKeysWithValues: seen.map { ($0, instant) }), connection)
    }

    private static func report(_ snapshot: Snapshot, _ time: Int64, _ used: Int) {
        let data = snapshot.platforms.map(\.data)
        func sum(_ number: (PlatformData) -> Int) -> Int { data.reduce(0) { $0 + number($1) } }
        let rows = sum { $0.states.count + $0.history.sightingCount + ($0.previous?.count ?? 0) }
        let numbers = [
            rows, 0, resident(), sum { $0.states.count }, sum { $0.states.textBytes }, sum { $0.history.columnBytes },
        ]
        print(time, used, numbers.map(String.init).joined(separator: " "))
        fflush(nil)
    }

    private static func microseconds() -> Int64 { MonotonicClock.now() / 1_000 }

    /// Bytes of this process in memory; 0 where the system does not tell.
    private static func resident() -> Int {
        guard let bytes = try? File.read("/proc/self/statm", limit: 256) else { return 0 }
        let pages = String(decoding: bytes, as: UTF8.self).split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (pages ?? 0) * Int(getpagesize())
    }
}
