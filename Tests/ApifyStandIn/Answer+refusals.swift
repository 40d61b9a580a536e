import FoundationEssentials

extension Answer {
    /// When a client that asked too often may ask again.
    package enum Patience: Sendable {
        case unsaid
        case seconds(Int)
        /// A point in time so many seconds from now, which HTTP gives in whole seconds.
        case date(secondsFromNow: Int)
        /// Whatever is to be sent.
        case text(String)
    }

    /// An error as the API words it.
    package static func error(_ status: Int, _ type: String, _ message: String) -> Answer {
        let body = #"{"error":{"type":\#(JSONText.quoted(type)),"message":\#(JSONText.quoted(message))}}"#
        return Answer(status, type: "application/json; charset=utf-8", body: Array(body.utf8))
    }

    /// 402: the account has no credit left.
    package static let noCredit = error(
        402, "not-enough-usage-to-run-paid-actor", "You have no usage left to run this Actor.")

    /// 403: this token may not do that.
    package static let forbidden = error(
        403, "insufficient-permissions", "Insufficient permissions for this operation.")

    /// 404: nothing of that name is there any more.
    package static let notFound = error(404, "record-not-found", "The requested record was not found.")

    /// 500, as the API words it.
    package static let internalError = error(500, "internal-server-error", "Internal server error.")

    /// 429: asked too often.
    package static func tooManyRequests(_ patience: Patience = .unsaid) -> Answer {
        var answer = error(429, "rate-limit-exceeded", "You have exceeded the rate limit of 60 requests per second.")
        switch patience {
        case .unsaid: break
        case .seconds(let seconds): answer.setHeader("Retry-After", "\(seconds)")
        case .date(let seconds):
            answer.setHeader("Retry-After", httpDate(Date(timeIntervalSinceNow: Double(seconds))))
        case .text(let text): answer.setHeader("Retry-After", text)
        }
        return answer
    }

    /// A page for people, as a gateway in front of the API sends it.
    package static func html(_ status: Int) -> Answer {
        let body = "<!DOCTYPE html>\n<html><head><title>\(status)</title></head><body>Please wait</body></html>\n"
        return Answer(status, type: "text/html; charset=utf-8", body: Array(body.utf8))
    }

    /// Somewhere else, which a client that holds a token must not follow.
    package static func redirect(to address: String, status: Int = 302) -> Answer {
        var answer = Answer(status, type: "text/plain", body: [])
        answer.setHeader("Location", address)
        return answer
    }

    /// As RFC 9110, 5.6.7 has it: `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func httpDate(_ date: Date) -> String {
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekday = weekdays[Int(date.timeIntervalSince1970) / 86_400 % 7]
        let parts = date.formatted(Date.ISO8601FormatStyle()).split { "-T".contains($0) }
        let month = months[(Int(parts[1]) ?? 1) - 1]
        return "\(weekday), \(parts[2]) \(month) \(parts[0]) \(parts[3].dropLast()) GMT"
    }
}
