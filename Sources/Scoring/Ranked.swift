/// The reels of several cohorts in one order: each keeps the rank of its own cohort, and all follow the total order of
/// DESIGN section 2 (score descending, null last; views descending; key ascending).
public struct Ranked: Sendable, RandomAccessCollection {
    /// The cohorts that the reels come from.
    public let cohorts: [Cohort]
    /// Number of reels.
    public let count: Int
    /// Nil of one cohort in its own order.
    private let places: [Place]?

    private struct Place: Sendable {
        let cohort: Int32
        let rank: Int32
    }

    /// Merges `cohorts`, which are in order each, into one: all of their reels, or the first `limit`.
    public init(_ cohorts: [Cohort], limit: Int = .max) {
        self.cohorts = cohorts
        count = Swift.min(limit, cohorts.reduce(0) { $0 + $1.count })
        // One cohort is in order as it is.
        guard cohorts.count != 1 else {
            places = nil
            return
        }
        var leaders = cohorts.map { Leader(of: $0, rank: 0) }
        var places: [Place] = []
        places.reserveCapacity(count)
        while places.count < count, let best = Self.best(of: leaders), let leader = leaders[best] {
            places.append(Place(cohort: Int32(best), rank: Int32(leader.rank)))
            leaders[best] = Leader(of: cohorts[best], rank: leader.rank + 1)
        }
        self.places = places
    }

    /// The place of the first reel.
    public var startIndex: Int { 0 }
    /// The place after the last reel.
    public var endIndex: Int { count }

    /// The reel at a place, with the rank of its own cohort.
    public subscript(position: Int) -> ScoredReel {
        guard let places else { return cohorts[0][position] }
        let place = places[position]
        return cohorts[Int(place.cohort)][Int(place.rank)]
    }

    /// The same reels in the order of `key`, the largest first unless `ascending`. Reels without one come last, equals in
    /// the order that they have here.
    public func sorted(ascending: Bool = false, by key: (ScoredReel) -> Double?) -> Ranked {
        let keys = map { reel in key(reel).map { MetricOrder.key(signed: ascending ? $0 : -$0) } ?? MetricOrder.noKey }
        var sorter = RadixSorter(capacity: count)
        let known = MetricOrder(of: keys, with: &sorter).steps.map { place(Int($0.place)) }
        let unknown = keys.indices.lazy.filter { keys[$0] == MetricOrder.noKey }.map { place($0) }
        return Ranked(cohorts: cohorts, places: known + unknown)
    }

    private func place(_ position: Int) -> Place {
        places?[position] ?? Place(cohort: 0, rank: Int32(truncatingIfNeeded: position))
    }

    private init(cohorts: [Cohort], places: [Place]) {
        self.cohorts = cohorts
        self.places = places
        count = places.count
    }

    private static func best(of leaders: [Leader?]) -> Int? {
        var best: Int?
        for candidate in leaders.indices {
            guard let leader = leaders[candidate] else { continue }
            if let current = best.flatMap({ leaders[$0] }), !leader.precedes(current) { continue }
            best = candidate
        }
        return best
    }
}

/// The first reel of a cohort that is not placed yet, with what decides its place: computed once, and compared often.
private struct Leader {
    let rank: Int
    private let cohort: Cohort
    private let score: Double?
    private let views: Int64

    init?(of cohort: Cohort, rank: Int) {
        guard rank < cohort.count else { return nil }
        self.cohort = cohort
        self.rank = rank
        score = cohort.metrics.score(rank)
        views = cohort.states.views[Int(cohort.rows[rank])]
    }

    func precedes(_ other: Leader) -> Bool {
        switch (score, other.score) {
        case (nil, .some): return false
        case (.some, nil): return true
        case (.some(let mine), .some(let theirs)) where mine != theirs: return mine > theirs
        default: break
        }
        return views == other.views ? cohort[rank].key < other.cohort[other.rank].key : views > other.views
    }
}
