/// The least engagement rate that is shown. It keeps the digits in which it was given, so that an address that
/// repeats it repeats it exactly.
struct MinimumRate: Sendable, Equatable {
    /// The digits as given.
    let text: String
    /// Their value, finite and not negative.
    let value: Double

    private static let longest = 24

    /// Reads decimal digits with an optional fraction; nil for anything else, signs and exponents included.
    init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Parameters.isDigit) }),
            let value = Double(text)
        else { return nil }
        self.text = text
        self.value = value
    }

    /// Reads percent, digit by digit: `2.5` is the rate `0.025`.
    init?(percent text: String) {
        guard let given = MinimumRate(text) else { return nil }
        self.init(given.shifted(byPlaces: -2))
    }

    /// The rate in percent, in as few digits as that takes.
    var percent: String { shifted(byPlaces: 2) }

    /// The digits with the point moved to the right, or to the left where `places` is negative, without idle zeros.
    private func shifted(byPlaces places: Int) -> String {
        let parts = text.split(separator: ".")
        let fraction = parts.count > 1 ? parts[1] : ""
        let padding = String(repeating: "0", count: abs(places))
        let digits = padding + parts[0] + fraction + padding
        let point = digits.index(digits.startIndex, offsetBy: padding.count + parts[0].count + places)
        let whole = digits[..<point].drop { $0 == "0" }
        let rest = String(String(digits[point...].reversed().drop { $0 == "0" }).reversed())
        return (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest)
    }
}
