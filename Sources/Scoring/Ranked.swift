/// The reels of several cohorts in one order: each keeps the rank of its own cohort, and all follow the total order of
/// DESIGN section 2 (score descending, null last; views descending; key ascending).
public struct Ranked: Sendable, RandomAccessCollection {
    /// The cohorts that the reels come from.
    public let cohorts: [Cohort]
    private let places: [Place]

    private struct Place: Sendable {
        let cohort: Int32
        let rank: Int32
    }

    /// Merges `cohorts`, which are in order each, into one.
    public init(_ cohorts: [Cohort]) {
        self.cohorts = cohorts
        var next = cohorts.map { _ in 0 }
        var places: [Place] = []
        places.reserveCapacity(cohorts.reduce(0) { $0 + $1.count })
        while true {
            var best: Int?
            for candidate in cohorts.indices where next[candidate] < cohorts[candidate].count {
                guard let leader = best else {
                    best = candidate
                    continue
                }
                if cohorts[candidate][next[candidate]].precedes(cohorts[leader][next[leader]]) { best = candidate }
            }
            guard let best else { break }
            places.append(Place(cohort: Int32(best), rank: Int32(next[best])))
            next[best] += 1
        }
        self.places = places
    }

    /// The place of the first reel.
    public var startIndex: Int { 0 }
    /// The place after the last reel.
    public var endIndex: Int { places.count }

    /// The reel at a place, with the rank of its own cohort.
    public subscript(position: Int) -> ScoredReel {
        let place = places[position]
        return cohorts[Int(place.cohort)][Int(place.rank)]
    }
}

extension ScoredReel {
    /// Whether the reel stands before `other` in the order of scores.
    public func precedes(_ other: ScoredReel) -> Bool {
        switch (performanceScore, other.performanceScore) {
        case (nil, .some): return false
        case (.some, nil): return true
        case (.some(let mine), .some(let theirs)) where mine != theirs: return mine > theirs
        default: break
        }
        return views == other.views ? key < other.key : views > other.views
    }
}
