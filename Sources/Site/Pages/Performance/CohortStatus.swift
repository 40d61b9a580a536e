import Scoring

/// How large the cohorts are, and how much of them was seen lately.
struct CohortStatus {
    let model: PerformanceModel

    /// `1 234 reels`, `61 % fresh`, `48 % seen twice`.
    var parts: [String] {
        guard model.count > 0 else { return [] }
        return [
            Figures.count(model.count, "reel", "reels"), share(\.fresh) + " fresh", share(\.seenTwice) + " seen twice",
        ]
    }

    /// Of all cohorts together.
    private func share(_ count: KeyPath<Scoring.Coverage, Int>) -> String {
        let counted = model.context.cohorts.reduce(0) { $0 + $1.coverage[keyPath: count] }
        return Figures.percent(100 * Double(counted) / Double(model.count))
    }
}
