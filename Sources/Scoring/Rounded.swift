/// A number as it leaves the system: rounded half to even, from the exact value of the double, to a fixed count of decimals.
public struct Rounded: Sendable, Hashable, CustomStringConvertible {
    /// The decimal digits, without trailing zeros after the point: `12.3`, `0`, `-0.5`.
    public let description: String

    /// Rounds a finite number to `decimals` places (0 to 4). Nil for NaN and infinities, which never leave.
    public init?(_ value: Double, decimals: Int) {
        guard value.isFinite else { return nil }
        // From 2^53 on doubles are whole numbers, and their own digits are the answer.
        guard value.magnitude < 0x1p53 else {
            description = value.description
            return
        }
        let unit = Self.powersOfTen[decimals]
        let whole = value.magnitude.rounded(.down)
        // Exact: what is left of a double below its point fits into a double.
        let digits = Self.roundedHalfToEven(value.magnitude - whole, times: unit, after: whole)
        let (carry, fraction) = digits.quotientAndRemainder(dividingBy: unit)
        let magnitude = Self.text(UInt64(whole) + carry, fraction, unit: unit)
        description = value < 0 && magnitude != "0" ? "-" + magnitude : magnitude
    }

    private static let powersOfTen: [UInt64] = [1, 10, 100, 1_000, 10_000]

    /// `fraction * unit` to the nearest whole number; of two that are equally near the even one, counted with the digits before
    /// the point. The product itself is rounded, so that it may look like a tie when it is none; the fused product gives back
    /// what the rounding lost.
    private static func roundedHalfToEven(_ fraction: Double, times unit: UInt64, after whole: Double) -> UInt64 {
        let product = fraction * Double(unit)
        let lost = (-product).addingProduct(fraction, Double(unit))
        let floor = product.rounded(.down)
        let digits = UInt64(floor)
        let rest = product - floor
        if rest != 0.5 { return rest < 0.5 ? digits : digits + 1 }
        if lost != 0 { return lost < 0 ? digits : digits + 1 }
        let isEven = (UInt64(whole) % 2 * (unit % 2) + digits) % 2 == 0
        return isEven ? digits : digits + 1
    }

    private static func text(_ whole: UInt64, _ fraction: UInt64, unit: UInt64) -> String {
        guard fraction > 0 else { return String(whole) }
        var text = String(fraction + unit).dropFirst()
        while text.last == "0" { text.removeLast() }
        return "\(whole).\(text)"
    }
}
