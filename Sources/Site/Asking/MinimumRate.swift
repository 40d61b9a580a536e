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
}
