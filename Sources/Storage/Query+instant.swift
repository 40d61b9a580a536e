import Postgres
import Reels

extension Query.StringInterpolation {
    /// An instant, as text that PostgreSQL reads exactly, whatever its `DateStyle` and time zone.
    mutating func appendInterpolation(_ value: Instant?) {
        appendInterpolation(value?.iso8601)
    }
}
