import Scoring

/// A reel about to be written, with what several of its fields say looked up once.
struct ToldReel {
    let reel: ScoredReel
    let equalAge: EqualAgeVelocity?
    let interval: IntervalVelocity?

    init(_ reel: ScoredReel) {
        self.reel = reel
        equalAge = reel.equalAge
        interval = reel.interval
    }

    var acceleration: Double? { interval?.acceleration(publishTime: reel.publishTime) }

    /// The smallest velocity, in views an hour, that rounding leaves possible; known where the velocity itself is.
    var leastIntervalViewsPerHour: Double? {
        interval?.movement == .unchanged ? interval?.viewsPerHour : interval?.bounds?.lowerBound
    }

    /// Nil where no earlier sighting lets its growth be known.
    var isReaccelerating: Bool? {
        interval.map { $0.isReaccelerating(publishTime: reel.publishTime, asOf: reel.cohort.asOf) }
    }

    var creatorMultiplierClass: CreatorMultiplierClass? {
        reel.creatorMultiplier.flatMap(CreatorMultiplierClass.init(multiplier:))
    }
}
