public import Postgres
public import Reels
public import Scoring

/// Lets PostgreSQL compute a cohort by window functions, from the observations.
public struct CohortVerifier: Sendable {
    private let schema: Schema

    /// Of one schema.
    public init(schema: Schema) {
        self.schema = schema
    }

    /// Each platform's data clock, from the observations alone: a latest state that missed a run has an older one.
    public func clocks(_ connection: borrowing Connection) throws -> [Platform: Instant] {
        var clocks: [Platform: Instant] = [:]
        for platform in Platform.allCases {
            let rows = try connection.execute(
                """
                -- verify.clock
                SELECT \(unescaped: RunStore.micros("max(scraped_at)"))
                FROM \(unescaped: schema.quoted).reels_raw_events WHERE platform = \(platform.rawValue)
                """)
            clocks[platform] = try rows.instant(0, 0)
        }
        return clocks
    }

    /// Hands `body` the reels of the same platform, window and as-of one by one, in PostgreSQL's order.
    public func read(
        _ cohort: Cohort, _ connection: borrowing Connection, _ body: (VerifiedReel) throws -> Void
    ) throws {
        try connection.copyOut(query(cohort)) { row, fields in try body(VerifiedReel(row, &fields)) }
    }

    /// The values that stand in the text are all of our own writing: a platform's name, an instant and a number.
    private func query(_ cohort: Cohort) -> Query {
        let values = [
            "{platform}": cohort.platform.rawValue, "{as_of}": cohort.asOf.iso8601,
            "{days}": String(cohort.window.days),
        ]
        let text = SQLText.text(PackageResources.verify_cohort_sql, for: schema)
        return Query(unescaped: values.reduce(text) { $0.replacing($1.key, with: $1.value) })
    }
}

/// A reel's numbers as PostgreSQL computes them, unrounded, with those of its cohort.
public struct VerifiedReel: Sendable {
    /// The platform's own identifier.
    public var reelID: String
    /// When the observation that counts was made.
    public var scrapedAt: Instant
    /// When the reel was published.
    public var publishTime: Instant
    /// Views at that time.
    public var views: Int64
    /// Nil where they are hidden.
    public var likes: Int64?
    /// Comments.
    public var comments: Int64?
    /// Shares where known, else saves.
    public var sharesOrSaves: Int64?
    /// Hours since publication.
    public var hours: Double?
    /// Views an hour.
    public var velocity: Double?
    /// Engagement rate.
    public var engagement: Double?
    /// 0 to 100.
    public var viewsPercentile: Double?
    /// 0 to 100.
    public var velocityPercentile: Double?
    /// 0 to 100.
    public var engagementPercentile: Double?
    /// 0 to 100.
    public var score: Double?
    /// Views as a multiple of the median.
    public var multiplier: Double?
    /// See `Formulas`.
    public var isOutlier: Bool?
    /// See `Formulas`.
    public var isBreakout: Bool?
    /// A score of 95 or more in a cohort that is not small.
    public var isTopPerformer: Bool?
    /// Number of reels in the cohort.
    public var cohortSize: Int64
    /// The middle of the cohort's views.
    public var medianViews: Double?
    /// A quarter of the cohort has at most so many views.
    public var firstQuartileViews: Double?
    /// Three quarters of the cohort have at most so many views.
    public var thirdQuartileViews: Double?

    init(_ row: Span<UInt8>, _ fields: inout CopyFields) throws {
        reelID = try fields.required(fields.text(row))
        scrapedAt = Instant(microseconds: try fields.required(fields.microseconds(row)))
        publishTime = Instant(microseconds: try fields.required(fields.microseconds(row)))
        views = try fields.required(fields.integer(row))
        likes = try fields.integer(row)
        comments = try fields.integer(row)
        sharesOrSaves = try fields.integer(row)
        hours = try fields.double(row)
        velocity = try fields.double(row)
        engagement = try fields.double(row)
        viewsPercentile = try fields.double(row)
        velocityPercentile = try fields.double(row)
        engagementPercentile = try fields.double(row)
        score = try fields.double(row)
        multiplier = try fields.double(row)
        isOutlier = try fields.boolean(row)
        isBreakout = try fields.boolean(row)
        isTopPerformer = try fields.boolean(row)
        cohortSize = try fields.required(fields.integer(row))
        medianViews = try fields.double(row)
        firstQuartileViews = try fields.double(row)
        thirdQuartileViews = try fields.double(row)
    }
}
