public import Reels

/// The scored cohorts of one platform as of one instant. Immutable, and shared by all snapshots until its platform has been seen
/// again.
public final class PlatformSnapshot: Sendable {
    /// What it was made from.
    public let data: PlatformData
    /// A cohort of each window, the longest first.
    public let cohorts: [Cohort]
    /// Of each cohort, what is different since the run before; empty where there was none.
    private let changes: [[Change]]

    /// Puts together what was computed from `data`, and compares it with the run before.
    ///
    /// - Parameters:
    ///   - scores: of the data's states; on another thread perhaps, while this one scores those of the run before.
    ///   - equalAge: the ranks of the data's history; called last.
    public init(
        _ data: PlatformData, scores: () throws -> PlatformScores, equalAge: () throws -> EqualAgeRanking
    ) rethrows {
        self.data = data
        let earlier = EarlierCohort.ofEveryWindow(data)
        let now = try scores()
        let quantities = PlatformQuantities(history: data.history, scores: now, equalAge: try equalAge())
        let scored = now.cohorts.indices.map { place in
            let ranks = earlier.isEmpty ? nil : earlier[place].ranks
            return Cohort(
                now.cohorts[place], beside: quantities, figures: now.figures[place], coverage: now.coverage[place],
                previousRanks: ranks.map { ranks in now.cohorts[place].rows.map { ranks[Int($0)] } })
        }
        guard !earlier.isEmpty else {
            cohorts = scored
            changes = scored.map { _ in [] }
            return
        }
        let news = scored.map(Change.rowsOfNews)
        changes = scored.indices.map { Change.all(from: earlier[$0], to: scored[$0], news: news[$0]) }
        cohorts = scored.indices.map { place in
            Cohort(
                scored[place],
                previousPlaces: PreviousPlaces(of: scored[place], news: news[place], in: earlier[place]))
        }
    }

    /// Scores `data` in every window, all on this thread.
    public convenience init(_ data: PlatformData) {
        self.init(data) {
            PlatformScores(of: data.states, history: data.history)
        } equalAge: {
            EqualAgeRanking(of: data.history, asOf: data.asOf)
        }
    }

    /// What is different in the cohort of `window` since the run before; empty where there was none.
    public func changes(window: Window) -> [Change] {
        zip(cohorts, changes).first { $0.0.window == window }?.1 ?? []
    }
}
