/// Steele, Lea and Flood's SplitMix64: 64 bits of state and the same numbers on every machine. Tests that draw lots use it too,
/// so that what they found can be repeated from its seed.
package struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Evenly from 0 up to, not including, 1. Not the standard library's, whose numbers may change with its version.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    mutating func integer(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[integer(below: elements.count)] }

    /// Close to the standard normal: the sum of twelve uniform numbers has variance 1, and needs no logarithm, whose
    /// last bit differs between machines.
    mutating func normal() -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += unit() }
        return sum
    }

    /// `count` characters out of `alphabet`.
    mutating func code(_ count: Int, of alphabet: StaticString) -> String {
        let characters = Array(alphabet.description)
        return String((0..<count).map { _ in pick(characters) })
    }

    mutating func shuffle<Element>(_ elements: inout [Element]) {
        for index in elements.indices.dropFirst().reversed() { elements.swapAt(index, integer(below: index + 1)) }
    }
}
