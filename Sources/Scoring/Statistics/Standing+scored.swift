extension Standing {
    /// How `reel` stands in its cohort.
    init(_ reel: ScoredReel) {
        self.init(
            key: reel.key, rank: reel.rank, publishTime: reel.publishTime, scrapedAt: reel.scrapedAt,
            asOf: reel.cohort.asOf,
            velocityPercentile: reel.viewsPerHourPercentile, engagementPercentile: reel.engagementRatePercentile,
            isBreakout: reel.isBreakout, equalAge: reel.equalAge, interval: reel.interval)
    }

    /// Whether a change may have to be told of it.
    var isNews: Bool { isListed || isReaccelerating }
}
