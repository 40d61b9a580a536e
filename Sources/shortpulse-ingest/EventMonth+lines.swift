import Reels
import Storage

extension EventMonth {
    /// The month in one line.
    var line: String {
        guard let detachedAt else { return "\(month): \(content?.line ?? "")" }
        let state = "\(month): detached at \(detachedAt.iso8601)"
        return content.map { "\(state), kept in \(tableName): \($0.line)" } ?? "\(state), since dropped"
    }
}

extension EventMonth.Content {
    fileprivate var line: String {
        let size = Self.size(byteCount)
        guard let firstScrapedAt, let lastScrapedAt else { return "no observation, \(size)" }
        return "\(observationCount) observations, \(size), \(firstScrapedAt.iso8601) to \(lastScrapedAt.iso8601)"
    }

    /// In the largest unit that leaves at least one, to a tenth.
    private static func size(_ bytes: Int64) -> String {
        var tenths = bytes / 100
        var units = ["kB", "MB", "GB", "TB"][...]
        while tenths >= 10_000, units.count > 1 {
            tenths = (tenths + 500) / 1_000
            units.removeFirst()
        }
        return "\(tenths / 10).\(tenths % 10) \(units.first ?? "")"
    }
}

extension Detachment {
    /// What is lost to answers, and how to undo it, before it is done.
    var lines: [String] {
        [
            "\(month): \(observationCount) observations are taken out of the whole. Then",
            "  an as_of before \(answerableSince.iso8601) can no longer be answered: pages, API, downloads, verify",
            "  growth lacks what was seen in \(month); \(lastSeenCount) reels were last seen in it",
            "  rebuild leaves the latest state of those as it is, and makes that of the others anew",
            "  an import of \(month) is taken for new, also what it repeats",
            "  the present shows what it showed; the rows stay, unchangeable, in \(table)",
            "to make them part of the whole again:",
        ] + attachSQL.map { "  " + $0 } + ["to delete them, beyond recall:", "  " + dropSQL]
    }
}

extension EventMonthError {
    /// Whether the same command may succeed a little later.
    var isWorthRepeating: Bool {
        if case .inUse = self { true } else { false }
    }
}
