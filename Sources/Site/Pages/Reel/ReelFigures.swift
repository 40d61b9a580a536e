import Markup
import Reels
import Scoring

/// The reel's numbers, each with what it rests on.
struct ReelFigures {
    let model: ReelModel

    var view: Node {
        dl(.class("facts reel-facts")) {
            score
            fact("Views", Figures.whole(reel.views), viewsNote)
            fact("Velocity now", intervalVelocity.value, intervalVelocity.note)
            fact(
                "Velocity, lifetime", Figures.velocity(reel.viewsPerHour) + "/h",
                "at least: views can only have grown since")
            fact("Pace for its age", pace.value, pace.note)
            fact("Engagement", reel.engagementRate.map(Figures.rate) ?? "Likes hidden", engagementNote)
            fact("Its creator’s usual", reel.creatorMultiplier.map(Figures.multiplier), creatorNote)
            fact("Last seen", lastSeen, freshness)
        }
    }

    private var reel: ScoredReel { model.reel }

    private func fact(_ name: String, _ value: String?, _ note: String, isAmber: Bool = false) -> Node {
        div(.class("fact", isAmber ? "fact-top" : nil)) {
            dt { name }
            dd {
                Node.known(value)
                small { note }
            }
        }
    }

    private var score: Node {
        guard let standing = model.standing else {
            return fact("Score", nil, "not published in these " + model.window.words)
        }
        return fact(
            "Score", standing.performanceScore.map(Figures.exact) ?? hiddenScore(standing), rank(standing),
            isAmber: standing.isTopPerformer)
    }

    private func hiddenScore(_ standing: ScoredReel) -> String? {
        standing.scoreRange.map { Figures.exact($0.lowerBound) + " to " + Figures.exact($0.upperBound) }
    }

    private func rank(_ standing: ScoredReel) -> String {
        let place = "rank \(Figures.whole(standing.rank + 1)) of \(Figures.whole(standing.cohort.count))"
        guard let previous = standing.previousRank else { return place }
        let climbed = previous - standing.rank
        if climbed == 0 { return place + ", as at the run before" }
        return place + (climbed > 0 ? ", up " : ", down ") + Figures.whole(climbed.magnitude)
    }

    private var viewsNote: String {
        let multiple = model.standing?.viewMultiplier.map { Figures.multiplier($0) + " the cohort’s median" }
        return multiple ?? "at the last sighting"
    }

    private var intervalVelocity: (value: String?, note: String) {
        guard let interval = reel.interval else {
            return reel.sightings < 2
                ? ("Seen once", "growth takes two sightings")
                : (nil, "no two sightings of the same count lie 3 hours apart")
        }
        let hours = Figures.exact(interval.hours) + Figures.unitSpace + "h"
        switch interval.movement {
        case .rising:
            let ends = interval.resolution > 0 ? interval.bounds.map(Self.ends) : nil
            return (
                interval.viewsPerHour.map { Figures.velocity($0) + "/h" },
                "+\(Figures.whole(interval.gain)) in \(hours)" + (ends ?? "")
            )
        case .unchanged: return ("0/h", "no view in \(hours)")
        case .belowResolution:
            let most = interval.mostViewsPerHour.map(Figures.velocity) ?? Figures.unknown
            return ("Below resolution", "at most \(most)/h in \(hours): the platform rounds its counts")
        case .fell:
            let lost = Figures.whole(interval.gain.magnitude)
            return ("Count fell", "by \(lost) in \(hours): views were taken back, or the data is wrong")
        }
    }

    private static func ends(_ bounds: ClosedRange<Double>) -> String {
        ", between \(Figures.velocity(bounds.lowerBound)) and \(Figures.velocity(bounds.upperBound))/h"
    }

    private var pace: (value: String?, note: String) {
        guard let equalAge = reel.equalAge else { return (nil, "not compared with others at its age") }
        let peers = Figures.count(equalAge.peers, "reel", "reels")
        guard let percentile = equalAge.percentile, let ends = equalAge.interval else {
            return ("Few peers", "\(peers) seen at its age; \(EqualAgeVelocity.fewestPeers) are needed")
        }
        let range = "\(Figures.exact(ends.lowerBound)) to \(Figures.exact(ends.upperBound))"
        return (
            Figures.exact(percentile),
            "faster than \(Figures.whole(equalAge.slower)) of \(peers) at its age; 95 % interval \(range)"
        )
    }

    private var engagementNote: String {
        guard reel.likes != nil else { return "nobody can see how many engage" }
        guard let interval = reel.engagementInterval else { return "nobody has viewed it" }
        let ends = Figures.rate(interval.lowerBound) + " to " + Figures.rate(interval.upperBound)
        return ends + " by counting noise alone"
    }

    private var creatorNote: String {
        reel.creatorMultiplier == nil
            ? "takes \(CreatorMultipliers.fewestOtherReels) other reels of a known creator, with views"
            : "the median of its creator’s other reels"
    }

    private var lastSeen: String {
        reel.freshness.microseconds == 0
            ? "At the as-of" : Figures.age(hours: reel.freshness.seenHoursAgo) + " before"
    }

    private var freshness: String {
        (reel.freshness.isFresh ? "fresh" : "not seen for a day") + "; "
            + Figures.count(model.sightings.count, "sighting", "sightings")
    }
}
