import Reels

/// A cohort as of the run before, as far as the present is compared with it.
struct EarlierCohort: Sendable {
    /// Its rows are those of the present.
    let cohort: Cohort
    /// Of each row of the states its rank, counted from 0; -1 where it is not in the cohort.
    let ranks: [Int32]
    /// Rows of the reels of which a change may have to be told.
    let news: [Int32]

    /// Of each window, the longest first: how the reels of `data` stood at the run before. Empty where there was none.
    static func ofEveryWindow(_ data: PlatformData) -> [EarlierCohort] {
        guard let previous = data.previous else { return [] }
        let growth = PlatformQuantities(history: data.history, asOf: previous.asOf)
        return CohortScores.ofEveryWindow(data.states.asOfEarlier(previous)).map { scores in
            EarlierCohort(
                Cohort(scores, beside: growth, figures: CohortFigures(), coverage: Coverage()), rows: scores.rows)
        }
    }

    private init(_ cohort: Cohort, rows: [Int32]) {
        self.cohort = cohort
        var ranks = [Int32](repeating: -1, count: cohort.states.count)
        for (rank, row) in rows.enumerated() { ranks[Int(row)] = Int32(rank) }
        self.ranks = ranks
        news = Change.rowsOfNews(in: cohort)
    }
}
