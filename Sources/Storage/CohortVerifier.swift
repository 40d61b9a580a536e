public import Postgres
import Reels
public import Scoring

/// Lets PostgreSQL compute a cohort by window functions, from the observations.
public struct CohortVerifier: Sendable {
    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// The reels of the same platform, window and as-of, in PostgreSQL's order.
    public func rows(of cohort: Cohort, _ connection: borrowing Connection) throws -> [VerifiedReel] {
        let rows = try connection.execute(
            Statement.verifyCohort.query(
                schema, cohort.platform.rawValue, cohort.asOf.iso8601, String(cohort.window.days)))
        return try (0..<rows.count).map { try VerifiedReel(rows, $0) }
    }
}

/// A reel's numbers as PostgreSQL computes them, unrounded.
public struct VerifiedReel: Sendable {
    /// The platform's own identifier.
    public let reelID: String
    /// Hours since publication.
    public let hours: Double?
    /// Views an hour.
    public let velocity: Double?
    /// Engagement rate.
    public let engagement: Double?
    /// 0 to 100.
    public let viewsPercentile: Double?
    /// 0 to 100.
    public let velocityPercentile: Double?
    /// 0 to 100.
    public let engagementPercentile: Double?
    /// 0 to 100.
    public let score: Double?
    /// Views as a multiple of the median.
    public let multiplier: Double?
    /// See `Formulas`.
    public let isOutlier: Bool?
    /// See `Formulas`.
    public let isBreakout: Bool?

    init(_ rows: borrowing Rows, _ row: Int) throws {
        reelID = rows.text(row, 0) ?? ""
        hours = try rows.double(row, 1)
        velocity = try rows.double(row, 2)
        engagement = try rows.double(row, 3)
        viewsPercentile = try rows.double(row, 4)
        velocityPercentile = try rows.double(row, 5)
        engagementPercentile = try rows.double(row, 6)
        score = try rows.double(row, 7)
        multiplier = try rows.double(row, 8)
        isOutlier = try rows.boolean(row, 9)
        isBreakout = try rows.boolean(row, 10)
    }
}
