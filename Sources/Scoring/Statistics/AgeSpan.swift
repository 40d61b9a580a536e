import Reels

/// The ages of other reels at which one sighting stands for its reel. See ``EqualAgeRanking``.
struct AgeSpan {
    /// What was seen.
    let growth: Growth
    /// In microseconds.
    let ages: ClosedRange<Int64>

    /// Nil where the sighting stands for no age.
    ///
    /// `before` and `after` are the ages of the same reel's neighbouring sightings in the stratum; `ageAsOf` is how old
    /// the reel is by now. All in microseconds.
    init?(_ growth: Growth, before: Int64?, after: Int64?, ageAsOf: Int64) {
        let (compared, age) = (EqualAgeRanking.comparedAges, growth.age)
        // In the band, 4 a <= 5 age and 4 age <= 5 a; and old enough, 5 a <= 4 ageAsOf.
        var first = max(compared.lowerBound, (4 * age + 4) / 5)
        var last = min(compared.upperBound, 5 * age / 4, 4 * ageAsOf / 5)
        // Not too old: 5 a > 4 (ageAsOf - 28 days).
        let excess = ageAsOf - EqualAgeRanking.peerAgeSpread
        if excess > 0 { first = max(first, 4 * excess / 5 + 1) }
        // Nearest in ratio: before * age < a^2 <= age * after.
        if let before, before > 0 { first = max(first, Self.geometricMean(before, age) + 1) }
        if let after { last = min(last, Self.geometricMean(age, after)) }
        guard first <= last else { return nil }
        self.growth = growth
        ages = first...last
    }

    /// The root of the product of two positive numbers, rounded down; below 1 for others.
    private static func geometricMean(_ left: Int64, _ right: Int64) -> Int64 {
        guard left > 0, right > 0 else { return 0 }
        let square = UInt128(left) * UInt128(right)
        // The double's root is near; whole numbers settle the rest.
        var root = UInt128((Double(left) * Double(right)).squareRoot())
        while root * root > square { root -= 1 }
        while (root + 1) * (root + 1) <= square { root += 1 }
        return Int64(root)
    }
}
