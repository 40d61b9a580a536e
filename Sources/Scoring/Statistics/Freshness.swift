public import Reels

/// How long ago a reel was last seen. Source: docs/statistics.md, "Freshness".
public struct Freshness: Sendable, Hashable {
    /// A reel seen at most so long ago, in microseconds, is fresh.
    public static let limit = Microseconds.day

    /// Microseconds from the sighting to as-of.
    public let microseconds: Int64

    /// Of a reel whose newest sighting not later than `asOf` was made at `scrapedAt`.
    public init(scrapedAt: Instant, asOf: Instant) {
        microseconds = asOf.microseconds(since: scrapedAt)
    }

    /// `seen_hours_ago`: `T - scraped_at`, in hours.
    public var seenHoursAgo: Double { Double(microseconds) / Formulas.microsecondsPerHour }

    /// Whether the reel was seen within the last 24 hours, the 24th included.
    public var isFresh: Bool { microseconds <= Self.limit }
}
