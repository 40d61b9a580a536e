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
        let entrants = entrants.sorted { $0.growth.age < $1.growth.age }
        let covers = covers(of: entrants.map(\.growth.age))
        let peers = counts(of: covers, at: entrants.count)
        let bySpeed = entrants.enumerated().map { Runner(growth: $1.growth, place: $0) }
            .sorted { $0.growth.isSlower(than: $1.growth) }
        var tree = FenwickTree(count: entrants.count)
        var next = 0
        for runner in bySpeed {
            while next < covers.count, covers[next].growth.isSlower(than: runner.growth) {
                tree.raise(covers[next].range)
                next += 1
            }
            let (place, entrant) = (runner.place, entrants[runner.place])
            // A reel is never slower than itself, so that only the number of peers may hold it.
            body(Int(entrant.reel), tree[place], peers[place] - (entrant.hasOwnSpan ? 1 : 0))
        }
    }

    /// A reel by its place in the order of ages. It carries its growth, so that sorting need not look elsewhere.
    private struct Runner {
        let growth: Growth
        let place: Int
    }

    /// A span as places among the reels that are compared.
    private struct Cover {
        let growth: Growth
        let first: Int32
        let end: Int32

        var range: Range<Int> { Int(first)..<Int(end) }
    }

    /// The spans that cover at least one of `ages`, slowest first.
    private func covers(of ages: [Int64]) -> [Cover] {
        let index = AgeIndex(ascending: ages)
        var covers: [Cover] = []
        covers.reserveCapacity(spans.count)
        for span in spans {
            let (first, end) = (index.countBelow(span.ages.lowerBound), index.countBelow(span.ages.upperBound + 1))
            if first < end { covers.append(Cover(growth: span.growth, first: Int32(first), end: Int32(end))) }
        }
        covers.sort { $0.growth.isSlower(than: $1.growth) }
        return covers
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
