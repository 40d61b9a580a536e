import Reels

/// A sweep for each stratum that was met.
struct EqualAgeSweeps {
    private var strata: [Stratum] = []
    private(set) var all: [EqualAgeSweep] = []

    /// Adds the sightings of a reel, those in `rows` of `history`, and the reel itself by the last of them.
    mutating func add(
        reel: Int, rows: Range<Int>, of history: SightingHistory, publishTime: Instant, asOf: Instant
    ) {
        let ageAsOf = asOf.microseconds(since: publishTime)
        func age(_ row: Int?) -> Int64? { row.map { history.scrapedAt[$0].microseconds(since: publishTime) } }
        let newest = rows.last { history.strata[$0] != nil }
        for row in rows {
            guard let stratum = history.strata[row] else { continue }
            let growth = Growth(views: history.views[row], age: history.scrapedAt[row].microseconds(since: publishTime))
            let before = rows[..<row].last { history.strata[$0] == stratum }
            let after = rows[(row + 1)...].first { history.strata[$0] == stratum }
            let span = AgeSpan(growth, before: age(before), after: age(after), ageAsOf: ageAsOf)
            let isNewest = row == newest && EqualAgeRanking.comparedAges.contains(growth.age)
            guard span != nil || isNewest else { continue }
            let place = place(of: stratum, capacity: history.sightingCount)
            if let span { all[place].add(span) }
            if isNewest { all[place].add(reel: reel, growth: growth, ownSpan: span) }
        }
    }

    private mutating func place(of stratum: Stratum, capacity: Int) -> Int {
        if let place = strata.firstIndex(of: stratum) { return place }
        strata.append(stratum)
        all.append(EqualAgeSweep(capacity: capacity))
        return strata.count - 1
    }
}
