public import Reels

/// Every sighting of the reels of one platform, as columns: 20 bytes a sighting and 17 a reel, nothing allocated for
/// each.
///
/// What equal-age ranks and interval velocities are computed from, for any as-of.
public struct SightingHistory: Sendable {
    /// The platform of every reel.
    public let platform: Platform

    /// Of each reel.
    private var publishTimes: [Instant] = []
    /// Whether each reel's publish time is known to the second, and not only to the day.
    private var publishTimeIsExact: [Bool] = []
    /// Where each reel's sightings end; they begin where those of the reel before it end.
    private var ends: [Int] = []

    /// Of each sighting: ascending within a reel.
    private(set) var scrapedAt: [Instant] = []
    private(set) var views: [Int64] = []
    private(set) var strata: [Stratum] = []

    /// No reels yet.
    public init(platform: Platform) {
        self.platform = platform
    }

    /// Number of reels.
    public var count: Int { ends.count }

    /// Number of sightings of all reels.
    public var sightingCount: Int { views.count }

    /// Adds a reel with its sightings in any order. Of two at one time the first counts, as in storage.
    ///
    /// `publishTime` is nil where only the day is known: the reel then keeps its place among the rows, and takes no
    /// part in comparisons at equal age. A sighting whose time is a file's modification time is not to be added.
    public mutating func append(publishTime: Instant?, sightings: some Sequence<Sighting>) {
        let start = scrapedAt.count
        for sighting in sightings { insert(sighting, from: start) }
        publishTimes.append(publishTime ?? .earliest)
        publishTimeIsExact.append(publishTime != nil)
        ends.append(scrapedAt.count)
    }

    /// The sightings of `reel` that were made not later than `asOf`, oldest first.
    public func sightings(of reel: Int, asOf: Instant) -> some RandomAccessCollection<Sighting> {
        rows(of: reel, asOf: asOf).lazy.map { row in
            Sighting(scrapedAt: scrapedAt[row], views: views[row], stratum: strata[row])
        }
    }

    /// Their rows.
    func rows(of reel: Int, asOf: Instant) -> Range<Int> {
        let start = reel == 0 ? 0 : ends[reel - 1]
        var end = ends[reel]
        while end > start, scrapedAt[end - 1] > asOf { end -= 1 }
        return start..<end
    }

    /// Nil where only the day is known.
    func publishTime(of reel: Int) -> Instant? {
        publishTimeIsExact[reel] ? publishTimes[reel] : nil
    }

    private mutating func insert(_ sighting: Sighting, from start: Int) {
        var row = scrapedAt.count
        while row > start, scrapedAt[row - 1] > sighting.scrapedAt { row -= 1 }
        guard row == start || scrapedAt[row - 1] != sighting.scrapedAt else { return }
        scrapedAt.insert(sighting.scrapedAt, at: row)
        views.insert(sighting.views, at: row)
        strata.insert(sighting.stratum, at: row)
    }
}
