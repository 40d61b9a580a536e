public import Reels

/// How many views the reels of a cohort had at one age, for many ages: what a reel's growth is drawn against. Source:
/// docs/statistics.md, "Growth band".
///
/// A reel that was published in the window counts at an age `g` by its sighting from `g / 1.25` to `1.25 g`, of several by the
/// one nearest in ratio, of two by the earlier. Only sightings of one ``Stratum`` count, and no reels of which only the day of
/// publication is known. The ages stand on a grid, each 1.25 times the one before. A cohort of few reels has ages
/// without a quartile.
public struct GrowthBand: Sendable, Hashable {
    /// The quartiles at one age.
    public struct Point: Sendable, Hashable {
        /// Microseconds since publication.
        public let age: Int64
        /// A quarter of the reels had at most so many views.
        public let firstQuartile: Double
        /// The middle of their views.
        public let median: Double
        /// Three quarters of the reels had at most so many views.
        public let thirdQuartile: Double
        /// How many reels they are.
        public let reels: Int
    }

    /// Of fewer reels no quartile is told.
    public static let fewestReels = 8
    /// The youngest age of the grid, in microseconds.
    static let youngestAge = 15 * Microseconds.minute

    /// Ascending in age; ages that too few reels were seen at are left out.
    public let points: [Point]

    /// Of the reels of `history` that were published within `window` before `asOf`, by their sightings of `stratum` not later than
    /// `asOf`. Cost: one pass over the history, and three selections an age; 8 bytes a reel and age while it runs.
    public init(of history: SightingHistory, window: Window, stratum: Stratum, asOf: Instant) {
        var seen = ViewsByAge(ages: Self.ages(upTo: window))
        let published = asOf.advanced(byMicroseconds: -window.microseconds)...asOf
        for reel in 0..<history.count {
            guard let publishTime = history.publishTime(of: reel), published.contains(publishTime) else { continue }
            for row in history.rows(of: reel, asOf: asOf) where history.strata[row] == stratum {
                seen.note(age: history.scrapedAt[row].microseconds(since: publishTime), views: history.views[row])
            }
            seen.endReel()
        }
        points = seen.all.compactMap { age, views in
            var views = views
            return Point(age: age, views: &views)
        }
    }

    /// The grid, in microseconds.
    static func ages(upTo window: Window) -> [Int64] {
        var ages = [youngestAge]
        while let last = ages.last, last < window.microseconds { ages.append(last * 5 / 4) }
        return ages
    }
}

extension GrowthBand.Point {
    /// Nil of too few `views`, which are put in another order.
    fileprivate init?(age: Int64, views: inout [Int64]) {
        guard views.count >= GrowthBand.fewestReels else { return nil }
        var selection = Selection(views)
        self.age = age
        reels = views.count
        // Each leaves the larger ones behind it, among which the next is.
        firstQuartile = selection.quantile(0.25)
        median = selection.quantile(0.5)
        thirdQuartile = selection.quantile(0.75)
    }
}
