import Ingest
import Postgres
import Reels
import Sample
import Scoring
import Storage
import System
import TestDatabase
import Testing

struct VerificationTests {
    @Test(
        "Scoring and PostgreSQL agree on random histories, at the newest instant and at one in between",
        arguments: 0..<8)
    func randomHistories(seed: UInt64) throws {
        try TestDatabase.with { test in
            var random = SplitMix64(seed: seed)
            let connection = try test.connect()
            for hour in [Int64(6), 12, 30] {
                try store(reels(at: hour, count: [1, 19, 20, 150][Int(seed) % 4], &random), in: test, connection)
            }
            for asOf in [Instant?.none, start.advanced(byMicroseconds: 20 * Microseconds.hour)] {
                let findings = try Verification(schema: test.schema).findings(asOf: asOf, connection)
                #expect(findings.map(\.size).reduce(0, +) > 0)
                for finding in findings { #expect(finding.disagreements == []) }
            }
        }
    }

    @Test("a latest state that is not what was observed is found, though no observation is wrong")
    func foreignLatestState() throws {
        try TestDatabase.with { test in
            var random = SplitMix64(seed: 3)
            let connection = try test.connect()
            try store(reels(at: 6, count: 40, &random), in: test, connection)
            try connection.execute("UPDATE \(unescaped: test.name).reels_latest_state SET views = views + 1000000")
            let verification = Verification(schema: test.schema)
            #expect(try verification.findings(asOf: nil, connection).contains { !$0.disagreements.isEmpty })
        }
    }

    @Test("one reel's views off by one is found, in every number that depends on them")
    func disagreement() throws {
        try TestDatabase.with { test in
            var random = SplitMix64(seed: 1)
            let connection = try test.connect()
            var seen = reels(at: 6, count: 40, &random)
            seen[0].views = 777_777
            seen[0].publishTime = seen[0].scrapedAt
            try store(seen, in: test, connection)
            var states = ReelStates(platform: .tiktok, asOf: seen[0].scrapedAt)
            seen[0].views += 1
            for reel in seen { states.append(reel) }
            let cohort = Cohort(of: states, window: .quarter)
            let rows = try CohortVerifier(schema: test.schema).rows(of: cohort, connection)
            let finding = Verification.compare(cohort, rows)
            #expect(finding.disagreements.count >= 2)
            #expect(finding.disagreements.contains { $0.contains("views_per_hour is") })
        }
    }

    private let start = Instant(seconds: 1_781_222_400)

    private func reels(at hour: Int64, count: Int, _ random: inout SplitMix64) -> [Observation] {
        (0..<count).map { number in
            let edges: [Int64] =
                [0, 1, 59_999_999] + Window.allCases.flatMap { [$0.microseconds, $0.microseconds + 1] }
            let edge: Int64 = edges.randomElement(using: &random) ?? 0
            let age: Int64 = Bool.random(using: &random) ? edge : Int64.random(in: 0...edge, using: &random)
            let seen = start.advanced(byMicroseconds: hour * Microseconds.hour)
            return Observation(
                key: ReelKey(reelID: "r\(Int.random(in: 0...count * 2, using: &random))-\(number)", platform: .tiktok),
                scrapedAt: seen, publishTime: seen.advanced(byMicroseconds: -age),
                views: [0, 0, 5, 100, 3_000_000_000, Int64.random(in: 0...9_999, using: &random)].randomElement(
                    using: &random) ?? 0,
                viewsSource: .playCount,
                likes: Bool.random(using: &random) ? Int64.random(in: 0...99, using: &random) : nil,
                comments: Bool.random(using: &random) ? 4 : nil, shares: Bool.random(using: &random) ? 7 : nil, saves: 2
            )
        }
    }

    private func store(_ reels: [Observation], in test: TestDatabase, _ connection: borrowing Connection) throws {
        let runs = RunStore(schema: test.schema)
        var run = Run(id: SecureRandom.uuid(), source: .import, state: .running, startedAt: start)
        try runs.begin(run, lease: Lease(host: "test", processID: 1), isGone: { _ in false }, connection)
        try connection.transaction { connection in
            var rest = reels[...]
            run.counts = try RunWriter(schema: test.schema).store(
                runID: run.id, scrapedAtIsExact: true, surface: "test", connection
            ) {
                rest.popFirst().map { IncomingItem(keptBytes: [], length: 0, outcome: .sighting($0)) }
            }
            run.state = .succeeded
            run.finishedAt = start
            try runs.finish(run, lease: Lease(host: "test", processID: 1), connection)
        }
    }
}
