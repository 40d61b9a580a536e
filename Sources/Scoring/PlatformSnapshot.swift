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

    /// Puts together what was computed from `data`.
    ///
    /// - Parameters:
    ///   - scores: of the data's states; on another thread perhaps, while this one scores those of the run before.
    ///   - equalAge: the ranks of the data's history; called last.
    public convenience init(
        _ data: PlatformData, scores: () throws -> PlatformScores, equalAge: () throws -> EqualAgeRanking
    ) rethrows {
        let earlier = data.previous.map { PlatformScores(of: data.states.asOfEarlier($0)) }
        let now = try scores()
        let quantities = PlatformQuantities(of: data.states, history: data.history, equalAge: try equalAge())
        self.init(data, now, earlier: earlier, quantities)
    }

    /// Scores `data` in every window, all on this thread.
    public convenience init(_ data: PlatformData) {
        self.init(data) {
            PlatformScores(of: data.states)
        } equalAge: {
            EqualAgeRanking(of: data.history, asOf: data.asOf)
        }
    }

    private init(
        _ data: PlatformData, _ scores: PlatformScores, earlier: PlatformScores?, _ quantities: PlatformQuantities
    ) {
        self.data = data
        guard let earlier else {
            cohorts = scores.all.map { Cohort($0, beside: quantities) }
            changes = scores.all.map { _ in [] }
            return
        }
        let growth = PlatformQuantities(history: data.history, asOf: earlier.asOf)
        var (cohorts, changes): ([Cohort], [[Change]]) = ([], [])
        for (now, then) in zip(scores.all, earlier.all) {
            let cohort = Cohort(now, beside: quantities, previousRanks: then.ranks)
            cohorts.append(cohort)
            changes.append(Change.all(from: Cohort(then, beside: growth), to: cohort))
        }
        (self.cohorts, self.changes) = (cohorts, changes)
    }

    /// What is different in the cohort of `window` since the run before; empty where there was none.
    public func changes(window: Window) -> [Change] {
        zip(cohorts, changes).first { $0.0.window == window }?.1 ?? []
    }
}

extension CohortScores {
    /// Of each row of the states its rank, counted from 0; -1 where it is not in the cohort.
    fileprivate var ranks: [Int32] {
        var ranks = [Int32](repeating: -1, count: states.count)
        for (rank, row) in rows.enumerated() { ranks[Int(row)] = Int32(rank) }
        return ranks
    }
}
