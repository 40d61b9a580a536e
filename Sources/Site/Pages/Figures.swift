import Scoring

/// Numbers as pages show them: whole where that says enough, in groups of three, never broken over two lines. The API
/// has their decimals.
package enum Figures {
    /// Between groups of digits: narrow, and no place to break a line.
    private static let groupSpace = "\u{202F}"
    /// Between a number and its unit.
    package static let unitSpace = "\u{A0}"
    /// For what is not known.
    package static let unknown = "–"

    /// `1 234 567`.
    package static func whole(_ number: some BinaryInteger) -> String {
        let digits = number.magnitude.description
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += groupSpace }
            text.append(digit)
        }
        return text
    }

    /// `1 reel`, `12 reels`.
    package static func count(_ number: some BinaryInteger, _ one: String, _ many: String) -> String {
        whole(number) + unitSpace + (number == 1 ? one : many)
    }

    /// A percentile or a score, 0 to 100, rounded down: `95` is written where 95 is reached, and only there.
    package static func reached(_ value: Double) -> String {
        whole(Int(exactly: value.rounded(.down)) ?? 0)
    }

    /// Views an hour: `1 240`, `under 1`.
    package static func velocity(_ viewsPerHour: Double) -> String {
        if viewsPerHour > 0, viewsPerHour < 1 { return "under" + unitSpace + "1" }
        return Int64(exactly: viewsPerHour.rounded(.toNearestOrEven)).map { whole($0) } ?? unknown
    }

    /// An engagement rate in hundredths: `6.2 %`.
    package static func rate(_ rate: Double) -> String {
        decimal(rate * 100) + unitSpace + "%"
    }

    /// Times the median: `×3.4`, `×41`, `under ×0.1`.
    package static func multiplier(_ multiplier: Double) -> String {
        if multiplier > 0, multiplier < 0.1 { return "under" + unitSpace + "×0.1" }
        guard multiplier >= 9.95 else { return "×" + decimal(multiplier) }
        return "×" + (Int64(exactly: multiplier.rounded(.toNearestOrEven)).map { whole($0) } ?? unknown)
    }

    /// A score or a percentile with the two decimals of the API.
    package static func exact(_ value: Double) -> String {
        Rounded(value, decimals: 2)?.description ?? unknown
    }

    /// Time since publication: `35 min`, `14 h`, `2 d 20 h`, rounded down.
    package static func age(hours: Double) -> String {
        let minutes = Int(exactly: (hours * 60).rounded(.down)) ?? 0
        if minutes < 60 { return "\(minutes)\(unitSpace)min" }
        if minutes < 48 * 60 { return "\(minutes / 60)\(unitSpace)h" }
        return "\(minutes / 1_440)\(unitSpace)d\(unitSpace)\(minutes / 60 % 24)\(unitSpace)h"
    }

    /// How long something takes: `under 1 s`, `42 s`, `3 min 20 s`, `1 h 5 min`, rounded down.
    package static func duration(microseconds: Int64) -> String {
        let seconds = microseconds / 1_000_000
        if seconds < 1 { return "under" + unitSpace + "1" + unitSpace + "s" }
        if seconds < 60 { return "\(seconds)\(unitSpace)s" }
        if seconds < 3_600 { return "\(seconds / 60)\(unitSpace)min\(unitSpace)\(seconds % 60)\(unitSpace)s" }
        return "\(whole(seconds / 3_600))\(unitSpace)h\(unitSpace)\(seconds / 60 % 60)\(unitSpace)min"
    }

    /// Dollars with the cents, and further where that says more: `$0.50`, `$0.0123`.
    package static func dollars(_ amount: Double) -> String {
        guard let digits = Rounded(amount, decimals: 4)?.description else { return unknown }
        let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
        let padding = String(repeating: "0", count: max(0, 2 - decimals))
        return "$" + digits + (decimals == 0 ? "." : "") + padding
    }

    /// With one decimal.
    private static func decimal(_ value: Double) -> String {
        let text = Rounded(value, decimals: 1)?.description ?? unknown
        return text.contains(".") ? text : text + ".0"
    }
}
