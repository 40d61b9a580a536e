import Reels
import Scoring

/// A stretch of the instants at which it was looked, with the one that a page shows among them.
struct RunStrip {
    /// Oldest first, at most ``mostTimes``.
    let times: [ObservationTime]
    /// What the page shows was seen then; nil where that is before all that is known of.
    let shown: Instant?
    /// The instant before the one shown, and the one after it.
    let earlier: Instant?
    let later: Instant?

    /// A week of four a day.
    static let mostTimes = 28
    /// So many later ones stand behind the one shown: few enough to see it at the end of the strip.
    private static let mostLater = 7

    /// What is shown as of `asOf`, of `platform` or of all; nil is the newest. Times before `since` are left out.
    init(_ all: [ObservationTime], platform: Platform?, since: Instant? = nil, asOf: Instant?) {
        let since = since ?? .earliest
        let times = all.filter { $0.includes(platform) && $0.instant >= since }
        let following = asOf.flatMap { asOf in times.firstIndex { $0.instant > asOf } } ?? times.count
        let end = min(times.count, following + Self.mostLater)
        self.times = Array(times[max(0, end - Self.mostTimes)..<end])
        shown = following > 0 ? times[following - 1].instant : nil
        earlier = following > 1 ? times[following - 2].instant : nil
        later = following < times.count ? times[following].instant : nil
    }
}
