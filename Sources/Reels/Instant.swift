/// A point in time, in whole microseconds since 1970-01-01T00:00:00Z: PostgreSQL's own resolution, so that an instant
/// read back from the database is the one that was written.
public struct Instant: Hashable, Sendable, Comparable {
    /// Since 1970-01-01T00:00:00Z; negative before.
    public var microseconds: Int64

    /// `microseconds` after 1970-01-01T00:00:00Z.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// 0001-01-01T00:00:00Z: the first instant that can be written.
    public static let earliest = Instant(seconds: -62_135_596_800)
    /// 10000-01-01T00:00:00Z: from here on nothing can be written.
    static let end = Instant(seconds: 253_402_300_800)

    /// `seconds` whole seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Int64) {
        self.microseconds = seconds * 1_000_000
    }

    /// The earlier one comes first.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The instant moved by `microseconds`, held within the range that can be written.
    public func advanced(byMicroseconds microseconds: Int64) -> Instant {
        let (sum, overflow) = self.microseconds.addingReportingOverflow(microseconds)
        return Instant(microseconds: overflow ? (microseconds < 0 ? .min : .max) : sum)
    }

    /// Microseconds from `earlier` to this instant; negative when `earlier` is the later one.
    public func microseconds(since earlier: Instant) -> Int64 {
        microseconds - earlier.microseconds
    }
}

/// Lengths of time, in microseconds.
public enum Microseconds {
    /// One second.
    public static let second: Int64 = 1_000_000
    /// One minute.
    public static let minute: Int64 = 60 * second
    /// One hour.
    public static let hour: Int64 = 60 * minute
    /// 24 hours; UTC knows no others.
    public static let day: Int64 = 24 * hour
}
