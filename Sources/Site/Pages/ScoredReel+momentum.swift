import Markup
import Scoring

extension ScoredReel {
    /// What tells of its momentum, in one sentence made of its numbers: `14 h old, faster than 96 % of 212 reels at its age,
    /// 41 000 views an hour now, 3.1 times its average.` What is not known is not said.
    var momentum: String {
        let parts = [
            Figures.age(hours: hoursSincePublish) + Figures.unitSpace + "old", pace, velocityNow, creatorWords,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ") + "."
    }

    /// At equal age, or else within the cohort.
    private var pace: String {
        guard let equalAge, let percentile = equalAge.percentile else {
            return "faster than \(Figures.reached(viewsPerHourPercentile))\(Figures.unitSpace)% of its cohort"
        }
        return "faster than \(Figures.reached(percentile))\(Figures.unitSpace)% of "
            + Figures.count(equalAge.peers, "reel", "reels") + " at its age"
    }

    private var velocityNow: String? {
        guard let interval, interval.movement == .rising, let velocity = interval.viewsPerHour else { return nil }
        let now = Figures.velocity(velocity) + " views an hour now"
        guard let times = interval.acceleration(publishTime: publishTime) else { return now }
        return now + ", \(Figures.multiplier(times)) its average"
    }

    private var creatorWords: String? {
        creatorMultiplier.map { "\(Figures.multiplier($0)) its creator’s others" }
    }
}
