/// A number as it leaves the system: rounded half to even, from the exact value of the double, to a fixed count of decimals.
public struct Rounded: Sendable, Hashable, CustomStringConvertible {
    /// The decimal digits, without trailing zeros after the point: `12.3`, `0`, `-0.5`.
    public let description: String

    /// Rounds a finite number to `decimals` places (0 to 4). Nil for NaN and infinities, which never leave.
    public init?(_ value: Double, decimals: Int) {
        guard value.isFinite else { return nil }
        let unit = Self.powersOfTen[decimals]
        let scaled = value.magnitude * unit
        // From 2^52 on doubles are whole numbers, and their own digits are the answer.
        guard scaled < 0x1p52 else {
            description = value.description
            return
        }
        let digits = Self.roundedHalfToEven(value.magnitude, times: unit, approximately: scaled)
        let magnitude = Self.text(digits, unit: UInt64(unit))
        description = value < 0 && digits > 0 ? "-" + magnitude : magnitude
    }

    private static let powersOfTen: [Double] = [1, 10, 100, 1_000, 10_000]

    /// `value * unit` to the nearest whole number. The product itself is rounded, so that it may look like a tie when it is
    /// none; the fused product gives back what the rounding lost.
    private static func roundedHalfToEven(_ value: Double, times unit: Double, approximately scaled: Double) -> UInt64 {
        let lost = (-scaled).addingProduct(value, unit)
        let floor = scaled.rounded(.down)
        let fraction = scaled - floor
        let whole = UInt64(floor)
        if fraction != 0.5 { return fraction < 0.5 ? whole : whole + 1 }
        if lost != 0 { return lost < 0 ? whole : whole + 1 }
        return whole % 2 == 0 ? whole : whole + 1
    }

    private static func text(_ digits: UInt64, unit: UInt64) -> String {
        let (whole, fraction) = digits.quotientAndRemainder(dividingBy: unit)
        guard fraction > 0 else { return String(whole) }
        var text = String(fraction + unit).dropFirst()
        while text.last == "0" { text.removeLast() }
        return "\(whole).\(text)"
    }
}
