import Markup
import Reels
import Scoring

/// Why a reel is in the list of breakouts, in one sentence made of its numbers.
struct BreakoutReason {
    let reel: ScoredReel
    /// The run before, where the reel entered the list since then.
    var newSince: Instant?

    /// `14 h old, faster than 96 % of 212 at this age, 41 k/h now, 3.1 × its average; new since 16:00.`
    var view: Node {
        .group([
            .text(parts.joined(separator: ", ")),
            newSince.map { .group([.text("; new since "), $0.clock(besides: reel.cohort.asOf)]) } ?? .nothing,
            .text("."),
        ])
    }

    /// The same in plain text.
    var text: String {
        parts.joined(separator: ", ") + (newSince.map { "; new since " + $0.shown } ?? "") + "."
    }

    private var parts: [String] {
        [Figures.age(hours: reel.hoursSincePublish) + " old", pace, now, times, seenOnce].compactMap { $0 }
    }

    private var pace: String {
        if let equalAge = reel.equalAge, let percentile = equalAge.percentile {
            let peers = Figures.whole(equalAge.peers)
            return equalAge.slower == equalAge.peers
                ? "faster than all \(peers) at this age" : "faster than \(percent(percentile)) of \(peers) at this age"
        }
        return "faster than \(percent(reel.viewsPerHourPercentile)) of its cohort"
    }

    private var now: String? {
        reel.interval?.viewsPerHour.map { Figures.short($0) + "/h now" }
    }

    private var times: String? {
        reel.interval?.acceleration(publishTime: reel.publishTime).map { Figures.factor($0) + " its average" }
    }

    private var seenOnce: String? {
        reel.sightings < 2 ? "seen once, \(Figures.short(reel.viewsPerHour))/h since publication" : nil
    }

    private func percent(_ percentile: Double) -> String {
        Figures.reached(percentile) + Figures.unitSpace + "%"
    }
}

extension Instant {
    /// The time of day, with the day before it where that is another than that of `other`.
    fileprivate func clock(besides other: Instant) -> Node {
        let (day, otherDay) = (shown.prefix(10), other.shown.prefix(10))
        let text = day == otherDay ? String(shown.dropFirst(11)) : shown
        return time(datetime: iso8601) { text }
    }
}
