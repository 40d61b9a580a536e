import Reels

extension Instant {
    /// Reads what a form's date and time control sends, `2026-05-01T12:00` or `2026-05-01T12:00:05`, as UTC.
    init?(formTime text: String) {
        let hasSeconds = text.utf8.count != "2026-05-01T12:00".utf8.count
        self.init(iso8601: text + (hasSeconds ? "Z" : ":00Z"))
    }

    /// The same for its value, to the second where it is between minutes. Part of a second counts as a whole one, so that what was seen at this instant
    /// had been seen by then.
    var formTime: String {
        let part = microseconds % Microseconds.second
        let rest = part == 0 ? 0 : (part < 0 ? -part : Microseconds.second - part)
        let text = String(advanced(byMicroseconds: rest).iso8601.dropLast())
        // Browsers leave out seconds that are none, and would take the field for one that somebody has changed.
        return text.hasSuffix(":00") ? String(text.dropLast(3)) : text
    }
}
