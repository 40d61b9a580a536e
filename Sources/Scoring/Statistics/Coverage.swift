/// How well a cohort is covered by what was seen of it. Source: docs/statistics.md, "Coverage".
public struct Coverage: Sendable, Hashable {
    /// Percentages of shares known, both included, at which the ranks depend on who shows them: where nearly all or
    /// nearly none are known, all reels are measured alike.
    public static let mixedSharesPercentages = 5.0...95.0

    /// All reels of the cohort.
    public private(set) var reels = 0
    /// Reels seen within a day before as-of.
    public private(set) var fresh = 0
    /// Reels with at least two sightings.
    public private(set) var seenTwice = 0
    /// Reels whose shares are known; saves in their place do not count.
    public private(set) var sharesKnown = 0

    /// Of a cohort without reels.
    public init() {}

    /// Of the reels of a cohort, each of which was seen so often as `sightings` says for its number.
    init(of cohort: CohortScores, sightings: [UInt8]) {
        let (numbers, scrapedAt, asOf) = (cohort.states.reelID.numbers, cohort.states.scrapedAt, cohort.states.asOf)
        let knowsShares = cohort.states.knowsShares
        for row in cohort.rows {
            let (row, number) = (Int(row), Int(numbers[Int(row)]))
            count(
                isFresh: Freshness(scrapedAt: scrapedAt[row], asOf: asOf).isFresh,
                sightings: number < sightings.count ? Int(sightings[number]) : 1, sharesAreKnown: knowsShares[row])
        }
    }

    /// Counts a reel with so many sightings not later than as-of.
    public mutating func count(isFresh: Bool, sightings: Int, sharesAreKnown: Bool) {
        reels += 1
        if isFresh { fresh += 1 }
        if sightings >= 2 { seenTwice += 1 }
        if sharesAreKnown { sharesKnown += 1 }
    }

    /// Percentage of the reels that are fresh; nil without reels.
    public var freshPercentage: Double? { percentage(fresh) }
    /// Percentage of the reels seen at least twice; nil without reels.
    public var seenTwicePercentage: Double? { percentage(seenTwice) }
    /// Percentage of the reels whose shares are known; nil without reels.
    public var sharesKnownPercentage: Double? { percentage(sharesKnown) }

    /// Whether shares are known of some reels and not of others, so that it moves ranks.
    public var warnsOfShares: Bool {
        sharesKnownPercentage.map(Self.mixedSharesPercentages.contains) ?? false
    }

    private func percentage(_ count: Int) -> Double? {
        reels == 0 ? nil : 100.0 * Double(count) / Double(reels)
    }
}
