public import Reels

/// The observations of one month by `scraped_at`: a partition of `reels_raw_events`, or a table that was one.
public struct EventMonth: Sendable {
    /// The month.
    public let month: CalendarMonth
    /// Bare name of the table.
    public let tableName: String
    /// When it was detached; nil of a month that answers are made from.
    public let detachedAt: Instant?
    /// What the table holds; nil where somebody has dropped it since.
    public let content: Content?

    /// What a table of observations holds, counted.
    public struct Content: Sendable, Equatable {
        /// Number of observations.
        public let observationCount: Int64
        /// The earliest sighting; nil where there is none.
        public let firstScrapedAt: Instant?
        /// The latest.
        public let lastScrapedAt: Instant?
        /// Bytes on the disk of the server that was asked, indexes included: where Citus distributes the table, the
        /// coordinator's share alone.
        public let byteCount: Int64
    }
}
