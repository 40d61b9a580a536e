import Markup
import Reels

extension Instant {
    /// `2026-06-15 12:00 UTC`, to the minute.
    var shown: String {
        let parts = iso8601.split(separator: "T")
        return parts[0] + " " + parts[1].prefix(5) + " UTC"
    }

    /// The instant for people, and exactly for machines.
    var element: Node {
        time(datetime: iso8601) { shown }
    }

    /// The same with the seconds, for what takes seconds: `2026-06-15 12:00:05 UTC`.
    var elementToTheSecond: Node {
        let parts = iso8601.split(separator: "T")
        return time(datetime: iso8601) { parts[0] + " " + parts[1].prefix(8) + " UTC" }
    }
}
