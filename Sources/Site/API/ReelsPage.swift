import Reels
import Scoring

/// The reels that answer a query: all of them, or as many as were asked for.
struct ReelsPage {
    let query: ReelsQuery
    let snapshot: Snapshot
    let ranking: Ranked
    /// Places in the ranking of the reels shown, ascending.
    let places: [Int]
    /// Where the next page begins; nil where nothing follows.
    let next: PerformanceCursor?

    /// Throws where the cursor was made from other data, and where the answer would be too much at once.
    init(of edition: Edition, query: ReelsQuery) throws(Problem) {
        let ranking = edition.ranking(
            window: query.cohorts.window, platform: query.cohorts.platform, order: query.order)
        let start = query.cursor?.position ?? 0
        if let cursor = query.cursor {
            guard start <= ranking.count, cursor.ranking == Self.fingerprint(of: ranking, before: start) else {
                throw .impossible(
                    Parameter.cursor, "belongs to data that has changed since; start again without it.")
            }
        }
        // One place more than is shown tells whether anything follows.
        let matching = (start..<ranking.count).lazy.filter { query.filter.admits(ranking[$0]) }
        let found = query.limit.map { Array(matching.prefix($0 + 1)) } ?? Array(matching)
        places = query.limit.map { Array(found.prefix($0)) } ?? found
        guard query.format != .json || places.count <= ReelsQuery.mostRows else {
            throw .impossible(
                Parameter.limit, "is needed: \(places.count) reels are more than one answer of JSON holds.")
        }
        self.query = query
        self.ranking = ranking
        snapshot = edition.snapshot
        let last = found.count > places.count ? places.last : nil
        next = last.map { Self.cursor(of: query, edition.snapshot, ranking, at: $0 + 1) }
    }

    /// The cursor of the reels from `position` on, which is at least 1.
    static func cursor(
        of query: ReelsQuery, _ snapshot: Snapshot, _ ranking: Ranked, at position: Int
    ) -> PerformanceCursor {
        PerformanceCursor(
            dataset: snapshot.dataset, clocks: snapshot.clocks, position: position, question: query.question,
            ranking: fingerprint(of: ranking, before: position))
    }

    /// Tells rankings of the same clocks apart: by the cohorts' sizes and by the reel that stands before `position`.
    private static func fingerprint(of ranking: Ranked, before position: Int) -> UInt64 {
        var print = Fingerprint()
        for cohort in ranking.cohorts { print.add(Int64(cohort.count)) }
        let last = ranking[position - 1]
        print.add(last.key.reelID.utf8)
        print.add(last.key.platform.rawValue.utf8)
        print.add(last.views)
        return print.value
    }

    /// The cohorts of the answer. Where an as-of is named, so is each platform asked for: one that had no reels by then has a
    /// cohort of none.
    var cohorts: [ToldCohort] {
        let platforms = query.cohorts.platform.map { [$0] } ?? Platform.allCases.sorted()
        return platforms.compactMap { platform in
            (query.cohorts.asOf ?? snapshot.clocks[platform]).map { asOf in
                ToldCohort(
                    platform: platform, asOf: asOf, window: query.cohorts.window,
                    scored: ranking.cohorts.first { $0.platform == platform }, source: snapshot[platform])
            }
        }
    }
}
