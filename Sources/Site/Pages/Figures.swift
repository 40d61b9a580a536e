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

    /// A share in hundredths, whole: `61 %`.
    package static func percent(_ percentage: Double) -> String {
        whole(Int(exactly: percentage.rounded(.toNearestOrEven)) ?? 0) + unitSpace + "%"
    }

    /// What lies between two engagement rates, in hundredths: `5.9–6.4`.
    package static func rates(_ range: ClosedRange<Double>) -> String {
        decimal(range.lowerBound * 100) + "–" + decimal(range.upperBound * 100)
    }

    /// A difference with its sign: `+1 240`, `−3`, `0`.
    package static func signed(_ number: some BinaryInteger) -> String {
        (number > 0 ? "+" : "") + whole(number)
    }

    /// How long ago: `< 1 h ago`, `5 h ago`, `2 d ago`, rounded down.
    package static func seen(hoursAgo hours: Double) -> String {
        hours < 1 ? "<" + unitSpace + "1" + unitSpace + "h" + unitSpace + "ago" : days(hours: hours) + unitSpace + "ago"
    }

    /// So many times something: `3.1 ×`, `41 ×`.
    package static func factor(_ factor: Double) -> String {
        if factor > 0, factor < 0.1 { return "under" + unitSpace + "0.1" + unitSpace + "×" }
        guard factor >= 9.95 else { return decimal(factor) + unitSpace + "×" }
        return (Int64(exactly: factor.rounded(.toNearestOrEven)).map { whole($0) } ?? unknown) + unitSpace + "×"
    }

    /// Times the median: `×3.4`, `×41`, `under ×0.1`.
    package static func multiplier(_ multiplier: Double) -> String {
        if multiplier > 0, multiplier < 0.1 { return "under" + unitSpace + "×0.1" }
        guard multiplier >= 9.95 else { return "×" + decimal(multiplier) }
        return "×" + (Int64(exactly: multiplier.rounded(.toNearestOrEven)).map { whole($0) } ?? unknown)
    }

    /// A score or a percentile with the two decimals of the API.
    package static func exact(_ value: Double) -> String {
        guard let digits = Rounded(value, decimals: 2)?.description else { return unknown }
        let parts = digits.split(separator: ".")
        guard let whole = parts.first.flatMap({ Int64($0) }), !digits.hasPrefix("-") else { return digits }
        return Self.whole(whole) + parts.dropFirst().map { "." + $0 }.joined()
    }

    /// Time since publication: `35 min`, `14 h`, `2 d 20 h`, rounded down.
    package static func age(hours: Double) -> String {
        let minutes = Int(exactly: (hours * 60).rounded(.down)) ?? 0
        if minutes < 60 { return "\(minutes)\(unitSpace)min" }
        if minutes < 48 * 60 { return "\(minutes / 60)\(unitSpace)h" }
        return "\(minutes / 1_440)\(unitSpace)d\(unitSpace)\(minutes / 60 % 24)\(unitSpace)h"
    }

    /// Time since something was last seen, in whole days from the first on: `2 d`, `30 h`, rounded down.
    package static func days(hours: Double) -> String {
        let hours = Int(exactly: hours.rounded(.down)) ?? 0
        return hours < 48 ? "\(hours)\(unitSpace)h" : "\(hours / 24)\(unitSpace)d"
    }

    /// A large number in few characters: `850`, `41 k`, `1.2 M`, `3 bn`, rounded half to even at the last place.
    package static func short(_ value: Double) -> String {
        let units: [(size: Double, name: String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")]
        let magnitude = value.magnitude
        // What rounds up to a thousand of one unit is one of the next.
        guard let unit = units.first(where: { magnitude >= $0.size * 0.9995 }) else {
            return Int64(exactly: value.rounded(.toNearestOrEven)).map { whole($0) } ?? unknown
        }
        let scaled = value / unit.size
        let text = scaled.magnitude < 9.95 ? trimmed(scaled) : trimmed(scaled.rounded(.toNearestOrEven))
        return text + unitSpace + unit.name
    }

    private static func trimmed(_ value: Double) -> String { Rounded(value, decimals: 1)?.description ?? unknown }

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
