import HTTPClient
import Reels

extension HTTPResponseHead {
    /// How long the server asks to be left alone (RFC 9110, 10.2.3), in its two forms: seconds, or a date, which is
    /// measured by the answer's own `Date`. Nil where it asks for nothing, or for a time that has passed.
    var retryAfter: Duration? {
        guard let text = header("Retry-After"), !text.isEmpty else { return nil }
        let seconds: Int
        if text.utf8.allSatisfy(JSONByte.isDigit) {
            seconds = Int(text) ?? .max
        } else {
            guard let then = Instant(httpDate: text), let now = date else {
                return nil
            }
            seconds = Int(then.microseconds(since: now) / Microseconds.second)
        }
        return seconds > 0 ? .seconds(seconds) : nil
    }
}

extension HTTPResponseHead {
    /// When the server answered, by its own clock.
    var date: Instant? { header("Date").flatMap(Instant.init(httpDate:)) }
}

extension Instant {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the one form that servers may write (RFC 9110, 5.6.7).
    fileprivate init?(httpDate text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = Self.months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        self.init(iso8601: "\(parts[3])-\((month + 1).padded(to: 2))-\(parts[1])T\(parts[4])Z")
    }
}
