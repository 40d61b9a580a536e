public import Reels

/// A month of the calendar in UTC: observations are partitioned by them.
public struct CalendarMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    private let firstDay: CivilDate

    /// Reads `2026-01`; nil for anything else.
    public init?(_ text: String) {
        guard let day = Instant(iso8601Day: text + "-01")?.day else { return nil }
        firstDay = day
    }

    /// As `2026-01`.
    public var description: String { firstDay.year.padded(to: 4) + "-" + firstDay.month.padded(to: 2) }

    /// As `2026-01-01`, which PostgreSQL reads whatever its `DateStyle`.
    var firstDayText: String { "\(self)-01" }

    /// Its first instant.
    public var start: Instant { Instant(midnightOf: firstDay) }

    /// The first instant after it.
    public var end: Instant {
        // 31 days after its first one lies in the next month, whatever its length.
        var next = CivilDate(daysSinceEpoch: firstDay.daysSinceEpoch + 31)
        next.day = 1
        return Instant(midnightOf: next)
    }

    /// The earlier one comes first.
    public static func < (left: CalendarMonth, right: CalendarMonth) -> Bool { left.start < right.start }

    /// Bare name of the partition that `ensure_events_partition` makes for it.
    var partitionName: String {
        "reels_raw_events_" + firstDay.year.padded(to: 4) + "_" + firstDay.month.padded(to: 2)
    }
}

extension Instant {
    fileprivate init(midnightOf day: CivilDate) {
        self.init(microseconds: Int64(day.daysSinceEpoch) * Microseconds.day)
    }
}
