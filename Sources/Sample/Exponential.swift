/// e to the power of `exponent`, from additions and multiplications alone, so that it is bit for bit the same on every
/// machine; the C library's is not. Good to about 1e-15 for exponents from -700 to 700.
func exponential(_ exponent: Double) -> Double {
    let halvings = Int(exponent * 1.442_695_040_888_963_4 + (exponent < 0 ? -0.5 : 0.5))
    let rest = exponent - Double(halvings) * 0.693_147_180_559_945_3
    var term = 1.0
    var sum = 1.0
    for power in 1...16 {
        term *= rest / Double(power)
        sum += term
    }
    return sum * Double(sign: .plus, exponent: halvings, significand: 1)
}
