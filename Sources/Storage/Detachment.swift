public import Reels

/// What becomes of a month that is detached: where its observations are kept, and what is no longer answered.
public struct Detachment: Sendable {
    /// The month.
    public let month: CalendarMonth
    /// How many observations it takes along.
    public let observationCount: Int64
    /// How many reels have their newest sighting in that month.
    public let lastSeenCount: Int64
    /// An as-of before this instant may need the month; from it on every answer is complete without.
    public let answerableSince: Instant
    /// Bare name of the table that keeps the observations.
    public let tableName: String
    let schema: Schema

    /// The table with its schema, as it stands in statements.
    public var table: String { "\(schema.quoted).\(tableName)" }

    /// Makes the month part of the whole again. PostgreSQL refuses it where the month has a partition anew.
    public var attachSQL: [String] {
        [
            "BEGIN;",
            "ALTER TABLE \(table) RENAME TO \(month.partitionName);",
            "ALTER TABLE \(schema.quoted).reels_raw_events ATTACH PARTITION \(schema.quoted).\(month.partitionName)",
            "    FOR VALUES FROM ('\(month.start.iso8601)') TO ('\(month.end.iso8601)');",
            "DELETE FROM \(schema.quoted).detached_months WHERE table_name = '\(tableName)';",
            "COMMIT;",
        ]
    }

    /// Deletes the observations. What cannot be answered without them stays written down; where all of it is back by other ways,
    /// the row of `detached_months` may be deleted.
    public var dropSQL: String { "DROP TABLE \(table);" }
}
