// `rounded` calls the C mathematics library where it is not optimised.
import Glibc

extension [UInt8] {
    /// Beyond this a number is no place on a page; held there, so that the hundredths fit an integer.
    private static var largestNumber: Double { 1e12 }

    /// Appends `number` with at most two decimals, half to even, without trailing zeros: `12.5`, `-0.25`, `100`. What is not
    /// a number becomes 0, so that a drawing never holds `nan`.
    mutating func append(decimal number: Double) {
        let held = number.isNaN ? 0 : Swift.min(Swift.max(number, -Self.largestNumber), Self.largestNumber)
        let hundredths = Int((held * 100).rounded(.toNearestOrEven))
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        append(contentsOf: String(hundredths.magnitude / 100).utf8)
        let fraction = hundredths.magnitude % 100
        guard fraction != 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(fraction / 10))
        if fraction % 10 != 0 { append(UInt8(ascii: "0") + UInt8(fraction % 10)) }
    }
}
