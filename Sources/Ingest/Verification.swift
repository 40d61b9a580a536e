public import Postgres
public import Reels
package import Scoring
public import Storage

/// Every score of a data set computed twice, by Scoring and by PostgreSQL, and compared.
public struct Verification: Sendable {
    /// What was found for one cohort.
    public struct Finding: Sendable {
        /// The cohort.
        public let platform: Platform
        /// Its window.
        public let window: Window
        /// Where the window ends.
        public let asOf: Instant
        /// Reels compared.
        public let size: Int
        /// The largest difference between two numbers, relative where they exceed 1.
        public let largestDifference: Double
        /// What differs by more than rounding, in words; empty where all is well.
        public let disagreements: [String]
    }

    /// Doubles of the same formula in another order of operations differ by some units in the last place; 1e-9 is far above that
    /// and far below what a page shows.
    static let tolerance = 1e-9

    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Compares all cohorts as of `instant`; or those of the present, as pages show them, from the latest state. PostgreSQL
    /// computes both from the observations, and everything is read at one point in time.
    public func findings(asOf instant: Instant?, _ connection: borrowing Connection) throws -> [Finding] {
        let loader = StateLoader(schema: schema)
        let verifier = CohortVerifier(schema: schema)
        return try loader.atOnePointInTime(connection) { connection in
            let clocks = try loader.clocks(connection)
            let states =
                try instant.map { instant in try loader.states(asOf: clocks.mapValues { _ in instant }, connection) }
                ?? loader.latest(clocks, connection)
            return try states.flatMap { states in
                try Window.allCases.map { window in
                    let cohort = Cohort(of: states, window: window)
                    return Self.compare(cohort, try verifier.rows(of: cohort, connection))
                }
            }
        }
    }

    /// One cohort from both sides.
    package static func compare(_ cohort: Cohort, _ rows: [VerifiedReel]) -> Finding {
        var largest = 0.0
        var disagreements: [String] = []
        if rows.map(\.reelID) != (0..<cohort.count).map({ cohort[$0].key.reelID }) {
            disagreements.append("PostgreSQL finds \(rows.count) reels or another order, Scoring \(cohort.count)")
        } else {
            for (rank, row) in rows.enumerated() {
                let comparison = Comparison(cohort[rank], row)
                largest = max(largest, comparison.largestDifference)
                disagreements += comparison.disagreements.map { "\(row.reelID): \($0)" }
            }
        }
        return Finding(
            platform: cohort.platform, window: cohort.window, asOf: cohort.asOf, size: cohort.count,
            largestDifference: largest, disagreements: disagreements)
    }
}

/// One reel's numbers from both sides.
private struct Comparison {
    var largestDifference = 0.0
    var disagreements: [String] = []

    init(_ scored: ScoredReel, _ row: VerifiedReel) {
        compare("hours_since_publish", scored.hoursSincePublish, row.hours)
        compare("views_per_hour", scored.viewsPerHour, row.velocity)
        compare("engagement_rate", scored.engagementRate, row.engagement)
        compare("views_percentile", scored.viewsPercentile, row.viewsPercentile)
        compare("views_per_hour_percentile", scored.viewsPerHourPercentile, row.velocityPercentile)
        compare("engagement_rate_percentile", scored.engagementRatePercentile, row.engagementPercentile)
        compare("performance_score", scored.performanceScore, row.score)
        compare("view_multiplier", scored.viewMultiplier, row.multiplier)
        compare("is_outlier", scored.isOutlier, row.isOutlier)
        compare("is_breakout", scored.isBreakout, row.isBreakout)
    }

    private mutating func compare(_ name: String, _ mine: Double?, _ theirs: Double?) {
        guard let mine, let theirs else {
            if (mine == nil) != (theirs == nil) { disagreements.append("\(name) is known to one side only") }
            return
        }
        let difference = abs(mine - theirs) / max(1, abs(mine))
        largestDifference = max(largestDifference, difference)
        // A NaN compares as false with everything, and is a disagreement.
        if !(difference <= Verification.tolerance) { disagreements.append("\(name) is \(mine) here, \(theirs) there") }
    }

    private mutating func compare(_ name: String, _ mine: Bool?, _ theirs: Bool?) {
        guard mine != theirs else { return }
        disagreements.append(
            "\(name) is \(mine.map(String.init) ?? "null") here, \(theirs.map(String.init) ?? "null") there")
    }
}
