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
        "Scoring and PostgreSQL agree on random histories, in the present and at instants before, between and after the runs",
        arguments: 0..<100)
    func randomHistories(seed: UInt64) throws {
        try TestDatabase.with { test in
            let history = VerificationHistory(seed: seed)
            let connection = try test.connect()
            for run in history.runs { try store(run, in: test, connection) }
            for asOf in [nil] + history.instants {
                let findings = try Verification(schema: test.schema).findings(asOf: asOf, connection)
                #expect(findings.count == 9)
                #expect(asOf.map { $0 < history.start } ?? false || findings.contains { $0.size > 0 })
                for finding in findings {
                    #expect(
                        finding.disagreements == [], "\(finding.platform) \(finding.window) \(finding.asOf.iso8601)")
                }
            }
        }
    }

    @Test("before the first observation there is nothing, on both sides; a platform never seen has no finding")
    func nothingYet() throws {
        try withCohort { test, connection, _ in
            let before = start.advanced(byMicroseconds: -1)
            let findings = try Verification(schema: test.schema).findings(asOf: before, connection)
            #expect(findings.map(\.platform) == [.tiktok, .tiktok, .tiktok])
            #expect(findings.map(\.window) == [.week, .month, .quarter])
            #expect(findings.allSatisfy { $0.size == 0 && $0.disagreementCount == 0 && $0.largestDifference == nil })
        }
    }

    @Test(
        "a latest state that is not what was observed is found, though no observation is wrong",
        arguments: [
            "UPDATE {schema}.reels_latest_state SET views = views + 1 WHERE reel_id = 'r7'",
            "UPDATE {schema}.reels_latest_state SET comments = comments + 1 WHERE likes IS NULL",
            "DELETE FROM {schema}.reels_latest_state WHERE reel_id = 'r7'",
            "DELETE FROM {schema}.reels_latest_state",
            "UPDATE {schema}.reels_latest_state SET scraped_at = scraped_at - interval '1 hour'",
        ])
    func foreignLatestState(change: String) throws {
        try withCohort { test, connection, _ in
            try connection.execute(Query(unescaped: change.replacing("{schema}", with: test.name)))
            let findings = try Verification(schema: test.schema).findings(asOf: nil, connection)
            #expect(findings.contains { $0.disagreementCount > 0 })
            let past = try Verification(schema: test.schema).findings(asOf: start, connection)
            #expect(past.allSatisfy { $0.disagreementCount == 0 })
        }
    }

    @Test("nothing of a cohort can be wrong unseen")
    func faults() throws {
        try withCohort { test, connection, cohort in
            let rows = try rows(of: cohort, test, connection)
            #expect(finding(cohort, rows).disagreements == [])
            for fault in VerificationFaults.all {
                var spoilt = rows
                fault.spoil(&spoilt)
                let found = finding(cohort, spoilt).disagreements
                #expect(found.contains { $0.contains(fault.word) }, "\(fault.word): \(found)")
            }
        }
    }

    @Test("a score of exactly 95 makes a top performer, on both sides")
    func topPerformer() throws {
        try TestDatabase.with { test in
            // Number 16 has more views than 80 % of the others, is faster than 95 % and engages more than all.
            let reels = (0..<21).map { number in
                Observation(
                    key: ReelKey(reelID: "r\(number)", platform: .tiktok), scrapedAt: start,
                    publishTime: start.advanced(
                        byMicroseconds: -Microseconds.hour * (number == 16 ? 10 : number == 20 ? 1 : 20)),
                    views: 1_000 + number, viewsSource: .playCount, likes: number == 16 ? 100 : 0)
            }
            let connection = try test.connect()
            try store(reels, in: test, connection)
            let cohort = Cohort(of: states(reels), window: .week)
            let rank = try #require((0..<cohort.count).first { cohort[$0].key.reelID == "r16" })
            #expect(cohort[rank].performanceScore == 95)
            let rows = try rows(of: cohort, test, connection)
            #expect(rows[rank].isTopPerformer == true)
            #expect(finding(cohort, rows).disagreements == [])
        }
    }

    @Test("the largest difference is named with its number and its reel")
    func largestDifference() throws {
        try withCohort { test, connection, cohort in
            var rows = try rows(of: cohort, test, connection)
            rows[4].viewsPercentile? *= 1 + 1e-13
            rows[7].hours? *= 1 + 1e-14
            let within = finding(cohort, rows)
            #expect(within.disagreementCount == 0)
            #expect(within.largestDifference?.field == "views_percentile")
            #expect(within.largestDifference?.reelID == rows[4].reelID)
            rows[7].velocity = .nan
            let beyond = finding(cohort, rows)
            #expect(beyond.disagreementCount == 1)
            #expect(beyond.largestDifference?.field == "views_per_hour")
            #expect(beyond.largestDifference?.share == .infinity)
        }
    }

    /// When the cohort of ``withCohort(_:)`` was seen.
    private let start = Instant(seconds: 1_781_222_400)

    /// Has 40 reels of TikTok stored, a quarter with hidden likes, no two with the same score.
    private func withCohort(
        _ body: (TestDatabase, borrowing Connection, Cohort) throws -> Void
    ) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let reels = (0..<40).map { number in
                Observation(
                    key: ReelKey(reelID: "r\(number)", platform: .tiktok), scrapedAt: start,
                    publishTime: start.advanced(byMicroseconds: -Microseconds.hour * (number % 7 + 1)),
                    views: 1_000 + number * number, viewsSource: .playCount,
                    likes: number % 4 == 0 ? nil : 3 * number, comments: 5, saves: 2)
            }
            try store(reels, in: test, connection)
            try body(test, connection, Cohort(of: states(reels), window: .week))
        }
    }

    private func states(_ reels: [Observation]) -> ReelStates {
        var states = ReelStates(platform: .tiktok, asOf: start)
        for reel in reels { states.append(reel) }
        return states
    }

    private func rows(
        of cohort: Cohort, _ test: TestDatabase, _ connection: borrowing Connection
    ) throws -> [VerifiedReel] {
        var rows: [VerifiedReel] = []
        try CohortVerifier(schema: test.schema).read(cohort, connection) { rows.append($0) }
        return rows
    }

    private func finding(_ cohort: Cohort, _ rows: [VerifiedReel]) -> Verification.Finding {
        var comparison = Verification.Comparison(of: cohort)
        for row in rows { comparison.add(row) }
        return comparison.finding()
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
