/// The reels of one stratum, and what they are compared with.
struct EqualAgeSweep {
    /// A reel to be compared.
    private struct Entrant {
        let reel: Int32
        /// Whether one of the spans over its age is its own.
        let hasOwnSpan: Bool
        let growth: Growth
    }

    private var entrants: [Entrant] = []
    private var spans: [AgeSpan] = []

    /// Room for so many sightings, each of a reel of its own: what is not used takes no memory.
    init(capacity: Int) {
        entrants.reserveCapacity(capacity)
        spans.reserveCapacity(capacity)
    }

    /// Adds a sighting that stands for its reel.
    mutating func add(_ span: AgeSpan) {
        spans.append(span)
    }

    /// Adds a reel to be compared, seen last with `growth`. `ownSpan` is that sighting's.
    mutating func add(reel: Int, growth: Growth, ownSpan: AgeSpan?) {
        let hasOwnSpan = ownSpan.map { $0.ages.contains(growth.age) } ?? false
        entrants.append(Entrant(reel: Int32(reel), hasOwnSpan: hasOwnSpan, growth: growth))
    }

    /// Calls `body` with each reel, how many of its peers are strictly slower, and how many peers it has.
    ///
    /// Reels stand in the order of their ages. Spans are taken from the slowest on, each raising the counts of the
    /// reels that it covers; a reel's count is read when all that is slower has been taken.
    func forEachRank(_ body: (_ reel: Int, _ slower: Int, _ peers: Int) -> Void) {
        guard !entrants.isEmpty else { return }
        var sorter = RadixSorter(capacity: max(entrants.count, spans.count))
        let byAge = MetricOrder(of: entrants.map { UInt64($0.growth.age) }, with: &sorter).steps
        let entrants = byAge.map { self.entrants[$0.place] }
        let covers = covers(of: entrants.map(\.growth.age), with: &sorter)
        let peers = counts(of: covers, at: entrants.count)
        var tree = FenwickTree(count: entrants.count)
        var next = 0
        for place in Growth.ascending(entrants.map(\.growth), with: &sorter).lazy.map(Int.init) {
            let entrant = entrants[place]
            while next < covers.count, covers[next].growth.isSlower(than: entrant.growth) {
                tree.raise(covers[next].range)
                next += 1
            }
            // A reel is never slower than itself, so that only the number of peers may hold it.
            body(Int(entrant.reel), tree[place], peers[place] - (entrant.hasOwnSpan ? 1 : 0))
        }
    }

    /// A span as places among the reels that are compared.
    private struct Cover {
        let growth: Growth
        let first: Int32
        let end: Int32

        var range: Range<Int> { Int(first)..<Int(end) }
    }

    /// The spans that cover at least one of `ages`, slowest first.
    private func covers(of ages: [Int64], with sorter: inout RadixSorter) -> [Cover] {
        let index = AgeIndex(ascending: ages)
        var covers: [Cover] = []
        covers.reserveCapacity(spans.count)
        for span in spans {
            let (first, end) = (index.countBelow(span.ages.lowerBound), index.countBelow(span.ages.upperBound + 1))
            if first < end { covers.append(Cover(growth: span.growth, first: Int32(first), end: Int32(end))) }
        }
        return Growth.ascending(covers.map(\.growth), with: &sorter).map { covers[Int($0)] }
    }

    /// How many of `covers` lie over each of `count` places.
    private func counts(of covers: [Cover], at count: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: count + 1)
        for cover in covers {
            counts[Int(cover.first)] += 1
            counts[Int(cover.end)] -= 1
        }
        for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
        return counts
    }
}
