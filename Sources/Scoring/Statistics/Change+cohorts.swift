extension Change {
    /// The difference of two cohorts of the same rows. Few reels are listed or re-accelerate, and all of them are fresh: only
    /// those are looked at closely.
    ///
    /// - Parameter news: ``rowsOfNews(in:)`` of `after`.
    static func all(from before: EarlierCohort, to after: Cohort, news: [Int32]) -> [Change] {
        let rows = Set(before.news).union(news)
        guard !rows.isEmpty else { return [] }
        return all(from: standings(of: rows, in: before.cohort), to: standings(of: rows, in: after))
    }

    /// Rows of the reels that are listed, or re-accelerate.
    static func rowsOfNews(in cohort: Cohort) -> [Int32] {
        // Copied out, since each look at the cohort would retain them.
        let (rows, scrapedAt, asOf) = (cohort.rows, cohort.states.scrapedAt, cohort.asOf)
        var news: [Int32] = []
        for rank in rows.indices where Freshness(scrapedAt: scrapedAt[Int(rows[rank])], asOf: asOf).isFresh {
            let reel = cohort[rank]
            if reel.isBreakout == true || reel.isReaccelerating { news.append(rows[rank]) }
        }
        return news
    }

    private static func standings(of wanted: Set<Int32>, in cohort: Cohort) -> [Standing] {
        let rows = cohort.rows
        var isWanted = [Bool](repeating: false, count: cohort.states.count)
        for row in wanted { isWanted[Int(row)] = true }
        return rows.indices.filter { isWanted[Int(rows[$0])] }.map { Standing(cohort[$0]) }
    }
}
