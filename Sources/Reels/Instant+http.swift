extension Instant {
    /// As HTTP writes times (RFC 9110, 5.6.7), to the second and not later: `Fri, 01 May 2026 12:00:00 GMT`.
    public var httpDate: String {
        let text = Instant(microseconds: microseconds.floorDivided(by: Microseconds.second) * Microseconds.second)
            .iso8601
        let date = day
        let weekday = Self.weekdays[((date.daysSinceEpoch % 7) + 7) % 7]
        let time = text.dropFirst(11).prefix(8)
        return
            "\(weekday), \(date.day.padded(to: 2)) \(Self.months[date.month - 1]) \(date.year.padded(to: 4)) \(time) GMT"
    }

    /// From the one of 1970-01-01.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
