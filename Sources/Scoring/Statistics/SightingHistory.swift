public import Reels

/// Every sighting of the reels of one platform, as columns: 20 bytes a sighting, and a reel's identifier and 13 bytes, nothing
/// allocated for each. Reels are numbered in the order in which they came.
///
/// What equal-age ranks and interval velocities are computed from, for any as-of. It stays in memory as long as the states do:
/// a table of ranks would have to be made anew for all reels with each run, and once more for each as-of.
public struct SightingHistory: Sendable {
    /// The platform of every reel.
    public let platform: Platform
    /// The reels' identifiers.
    public internal(set) var reels = TextDictionary()
    /// The names of the sightings' strata.
    public var names = StratumNames()
    /// Sightings from before do not count: whatever was read, the same is known.
    public var since: Instant

    /// How many reels there were when all was read; what came since has been added.
    public var countWhenRead = 0

    /// Of each reel, as its newest sighting says.
    var publishTimes: [Instant] = []
    /// Whether each reel's publish time is known to the second, and not only to the day.
    var publishTimeIsExact = BitColumn()
    /// Where each reel's sightings end; they begin where those of the reel before it end.
    var ends: [Int32] = []

    /// Of each sighting: ascending within a reel.
    var scrapedAt: [Instant] = []
    var views: [Int64] = []
    var strata: [Stratum?] = []

    /// Sightings that came when their reel was no longer the last.
    private var late: [LateSighting] = []

    /// A sighting of the reel of that number.
    private struct LateSighting {
        let reel: Int32
        let seen: PublishedSighting
    }

    /// No reels yet.
    public init(platform: Platform, since: Instant = .earliest) {
        self.platform = platform
        self.since = since
    }

    /// Makes room for so many sightings, each of a reel of its own.
    public mutating func reserve(_ count: Int) {
        reels.reserve(count)
        publishTimes.reserveCapacity(count)
        ends.reserveCapacity(count)
        scrapedAt.reserveCapacity(count)
        views.reserveCapacity(count)
        strata.reserveCapacity(count)
    }

    /// Number of reels.
    public var count: Int { ends.count }

    /// Number of sightings of all reels, once they are settled.
    public var sightingCount: Int { views.count }

    /// Bytes that it takes beside the texts of identifiers.
    public var columnBytes: Int { 20 * scrapedAt.count + 12 * publishTimes.count }

    /// Adds a sighting of the reel whose identifier `write` appends to the bytes that it is given. Sightings come in any order;
    /// it is cheap where those of a reel come together. Of two of a reel at one time the first counts, as in storage.
    ///
    /// Call ``settle()`` after the last.
    public mutating func add(
        _ seen: PublishedSighting, reelID write: (inout [UInt8]) throws -> Void
    ) rethrows {
        let number = try reels.number { bytes in
            try write(&bytes)
            return true
        }
        guard let number else { return }
        if number == ends.count { beginReel() }
        if number == ends.count - 1 {
            insert(seen)
        } else {
            late.append(LateSighting(reel: number, seen: seen))
        }
    }

    /// Takes in what came late, and gives back room that was not used.
    public mutating func settle() {
        guard !late.isEmpty else { return fit() }
        // A stable sort: of two at one time the first counts.
        let late = late.sorted { $0.reel < $1.reel }
        var settled = emptied
        var next = 0
        for sighting in late {
            let reel = Int(sighting.reel)
            if reel >= settled.count {
                settled.append(next..<reel + 1, of: self)
                next = reel + 1
            }
            settled.insert(sighting.seen)
        }
        settled.append(next..<count, of: self)
        self = settled
    }

    /// Growing columns leave up to as much room again.
    private mutating func fit() {
        guard scrapedAt.capacity > scrapedAt.count + scrapedAt.count / 8 else { return }
        scrapedAt = scrapedAt.map(\.self)
        views = views.map(\.self)
        strata = strata.map(\.self)
        publishTimes = publishTimes.map(\.self)
        ends = ends.map(\.self)
    }

    /// The sightings of `reel` that were made not later than `asOf`, oldest first.
    public func sightings(of reel: Int, asOf: Instant) -> some RandomAccessCollection<Sighting> {
        sightings(in: rows(of: reel, asOf: asOf))
    }

    /// The sightings in `rows`.
    func sightings(in rows: Range<Int>) -> some RandomAccessCollection<Sighting> {
        rows.lazy.map { row in
            Sighting(scrapedAt: self.scrapedAt[row], views: self.views[row], stratum: self.strata[row])
        }
    }

    /// Their rows.
    func rows(of reel: Int, asOf: Instant) -> Range<Int> {
        var start = reel == 0 ? 0 : Int(ends[reel - 1])
        var end = Int(ends[reel])
        while end > start, scrapedAt[end - 1] > asOf { end -= 1 }
        while start < end, scrapedAt[start] < since { start += 1 }
        return start..<end
    }

    /// Of each reel, how often it was seen not later than `asOf`; 255 is that often or more often.
    func countsOfSightings(asOf: Instant) -> [UInt8] {
        let (since, times) = (since, scrapedAt)
        var counts = [UInt8](repeating: 0, count: ends.count)
        var start = 0
        for (reel, end) in ends.enumerated() {
            var count = 0
            for row in start..<Int(end) where times[row] >= since && times[row] <= asOf { count += 1 }
            counts[reel] = UInt8(clamping: count)
            start = Int(end)
        }
        return counts
    }

    /// Nil where only the day is known.
    func publishTime(of reel: Int) -> Instant? {
        publishTimeIsExact[reel] ? publishTimes[reel] : nil
    }

    /// The same identifiers, with room for as many sightings, and none.
    private var emptied: SightingHistory {
        var empty = SightingHistory(platform: platform, since: since)
        empty.reels = reels
        empty.names = names
        empty.countWhenRead = countWhenRead
        empty.ends.reserveCapacity(ends.count)
        let room = views.count + late.count
        empty.scrapedAt.reserveCapacity(room)
        empty.views.reserveCapacity(room)
        empty.strata.reserveCapacity(room)
        return empty
    }

    private mutating func beginReel() {
        publishTimes.append(.earliest)
        publishTimeIsExact.append(false)
        ends.append(Int32(views.count))
    }

    /// Appends some reels of `other` with their sightings.
    private mutating func append(_ range: Range<Int>, of other: SightingHistory) {
        guard !range.isEmpty else { return }
        let start = range.lowerBound == 0 ? 0 : Int(other.ends[range.lowerBound - 1])
        let rows = start..<Int(other.ends[range.upperBound - 1])
        let shift = Int32(views.count - start)
        for reel in range {
            publishTimeIsExact.append(other.publishTimeIsExact[reel])
            ends.append(other.ends[reel] + shift)
        }
        publishTimes.append(contentsOf: other.publishTimes[range])
        scrapedAt.append(contentsOf: other.scrapedAt[rows])
        views.append(contentsOf: other.views[rows])
        strata.append(contentsOf: other.strata[rows])
    }

    /// Adds a sighting of the last reel.
    private mutating func insert(_ seen: PublishedSighting) {
        let (sighting, reel) = (seen.sighting, ends.count - 1)
        let start = reel == 0 ? 0 : Int(ends[reel - 1])
        var row = scrapedAt.count
        while row > start, scrapedAt[row - 1] > sighting.scrapedAt { row -= 1 }
        guard row == start || scrapedAt[row - 1] != sighting.scrapedAt else { return }
        if row == scrapedAt.count {
            publishTimes[reel] = seen.publishTime
            publishTimeIsExact[reel] = seen.publishTimeIsExact
        }
        scrapedAt.insert(sighting.scrapedAt, at: row)
        views.insert(sighting.views, at: row)
        strata.insert(sighting.stratum, at: row)
        ends[reel] += 1
    }
}
