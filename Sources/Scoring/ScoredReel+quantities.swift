public import Reels

/// The quantities beside the score. Each is defined in `Statistics/`.
extension ScoredReel {
    /// When it was last seen.
    public var freshness: Freshness { Freshness(scrapedAt: scrapedAt, asOf: cohort.asOf) }

    /// How often it was seen; at least once, and 255 where it was as often or more often.
    public var sightings: Int {
        let counts = cohort.quantities.countsOfSightings
        return number < counts.count ? max(1, Int(counts[number])) : 1
    }

    /// Its velocity among reels of the same age; nil where it is not compared.
    public var equalAge: EqualAgeVelocity? {
        guard let ranking = cohort.quantities.equalAge, number < cohort.quantities.history.count else { return nil }
        return ranking[number]
    }

    /// Nil outside the quadrant, and in a small cohort.
    public var breakoutState: BreakoutState? {
        BreakoutState(isBreakout: isBreakout, isFresh: freshness.isFresh, equalAge: equalAge)
    }

    /// What it gained up to the newest sighting; nil where no earlier one lets it be known.
    public var interval: IntervalVelocity? {
        sightings < 2 ? nil : IntervalVelocity(of: seen, on: cohort.platform)
    }

    /// See ``IntervalVelocity/isReaccelerating(publishTime:asOf:)``; false where it was seen once.
    public var isReaccelerating: Bool {
        interval?.isReaccelerating(publishTime: publishTime, asOf: cohort.asOf) ?? false
    }

    /// How far counting noise alone lets the engagement rate lie from ``engagementRate``.
    public var engagementInterval: ClosedRange<Double>? {
        EngagementInterval.of(
            likes: likes, comments: comments, sharesOrSaves: sharesOrSaves, views: views, on: cohort.platform)
    }

    /// Where the score lies; nil where it is known.
    public var scoreRange: ClosedRange<Double>? {
        performanceScore == nil ? Formulas.scoreRange(velocity: viewsPerHourPercentile, views: viewsPercentile) : nil
    }

    /// Whether only the engagement that nobody can see keeps it from being a breakout.
    public var isFastWithHiddenLikes: Bool {
        !cohort.isSmall
            && Formulas.isFastWithHiddenLikes(
                velocityPercentile: viewsPerHourPercentile, engagementPercentile: engagementRatePercentile)
    }

    /// Its views as a multiple of what its creator's other reels have; nil without a baseline.
    public var creatorMultiplier: Double? { cohort.quantities.creatorMultipliers?[row] }

    /// Whether ``sharesOrSaves`` are its shares.
    public var knowsShares: Bool { cohort.states.knowsShares[row] }

    /// Whether its publish time is known to the second, and not only to the day.
    public var publishTimeIsExact: Bool {
        let history = cohort.quantities.history
        return number >= history.count || history.publishTime(of: number) != nil
    }

    /// Its rank as of the run before, counted from 0; nil where it had none.
    public var previousRank: Int? {
        guard let rank = cohort.previousRanks?[self.rank], rank >= 0 else { return nil }
        return Int(rank)
    }

    /// Where it stood as of the run before; nil where it was in no cohort then, and of reels that are neither among the first
    /// nor news.
    public var previousPlace: PreviousPlace? { cohort.previousPlaces?[row] }

    /// When the first of its sightings in memory was; nil where it has none there.
    public var firstSeen: Instant? { seen.first?.scrapedAt }

    private var number: Int { Int(cohort.states.reelID.numbers[row]) }

    private var seen: some RandomAccessCollection<Sighting> {
        cohort.quantities.sightings(of: Int32(number), asOf: cohort.asOf)
    }
}
