public import Reels

/// The reels of one platform published in the window that ends at as-of, scored and in rank order. Immutable, and shared by
/// reference: a request looks at thousands of its reels, and each look would retain every column of a structure.
public final class Cohort: Sendable {
    private let scores: CohortScores
    /// What is known of the reels beside the score.
    let quantities: PlatformQuantities
    /// By rank, the rank as of the run before, counted from 0; -1 where it had none. Nil where there was no run before.
    let previousRanks: [Int32]?
    /// Where some of its reels stood as of the run before; nil where there was none.
    let previousPlaces: PreviousPlaces?
    /// How well it is covered by what was seen of it.
    public let coverage: Coverage
    /// How many of its reels are remarkable.
    public let figures: CohortFigures

    /// Scores the reels of `states` published in `window` before `states.asOf`. Nothing is known beside the score.
    public convenience init(of states: ReelStates, window: Window) {
        self.init(CohortScores(of: states, window: window))
    }

    /// Scores `states` in every window, the longest first. Nothing is known beside the score.
    public static func ofEveryWindow(_ states: ReelStates) -> [Cohort] {
        let quantities = PlatformQuantities(of: states)
        return CohortScores.ofEveryWindow(states).map { Cohort($0, beside: quantities) }
    }

    /// Of what was scored already. Nothing is known beside the score.
    package convenience init(_ scores: CohortScores) {
        self.init(scores, beside: PlatformQuantities(of: scores.states))
    }

    /// Counts what is remarkable.
    convenience init(_ scores: CohortScores, beside quantities: PlatformQuantities) {
        self.init(
            scores, beside: quantities, figures: CohortFigures(of: scores),
            coverage: Coverage(of: scores, sightings: quantities.countsOfSightings))
    }

    /// Takes what was counted already.
    init(
        _ scores: CohortScores, beside quantities: PlatformQuantities, figures: CohortFigures, coverage: Coverage,
        previousRanks: [Int32]? = nil
    ) {
        self.scores = scores
        self.quantities = quantities
        self.previousRanks = previousRanks
        previousPlaces = nil
        self.figures = figures
        self.coverage = coverage
    }

    /// The same, and `places` is known.
    init(_ cohort: Cohort, previousPlaces places: PreviousPlaces) {
        scores = cohort.scores
        quantities = cohort.quantities
        previousRanks = cohort.previousRanks
        previousPlaces = places
        figures = cohort.figures
        coverage = cohort.coverage
    }

    /// How far back publish times reach.
    public var window: Window { scores.window }
    /// What the cohort was cut from; shared with the platform's other windows.
    public var states: ReelStates { scores.states }
    /// Rows of ``states`` in rank order: score descending, null last; then views descending; then key ascending.
    public var rows: [Int32] { scores.rows }
    /// The metrics of the reels in ``rows``, in the same order.
    var metrics: CohortMetrics { scores.metrics }

    /// The middle of the cohort's views; nil of an empty cohort.
    public var medianViews: Double? { scores.medianViews }
    /// A quarter of the reels have at most so many views.
    public var firstQuartileViews: Double? { scores.firstQuartileViews }
    /// Three quarters of the reels have at most so many views.
    public var thirdQuartileViews: Double? { scores.thirdQuartileViews }

    /// The middle of the cohort's views an hour; nil of an empty cohort.
    public var medianViewsPerHour: Double? { scores.medianViewsPerHour }
    /// The middle of its engagement rates, of the reels whose likes are known; nil where those of none are.
    public var medianEngagementRate: Double? { scores.medianEngagementRate }
    /// How many different creators its reels have; reels of unknown creators add none.
    public var creatorCount: Int { figures.creators }

    /// The platform of all its reels.
    public var platform: Platform { scores.states.platform }

    /// Whether there was a run before, so that reels have had ranks.
    public var hasPreviousRanks: Bool { previousRanks != nil }

    /// Where the window ends.
    public var asOf: Instant { scores.states.asOf }

    /// Number of reels.
    public var count: Int { scores.rows.count }

    /// Whether there are too few reels for percentiles to mean much: both flags are then null and nothing is amber.
    public var isSmall: Bool { count < Formulas.smallestFlaggedCohort }

    /// The reel at `rank`, counted from 0.
    public subscript(rank: Int) -> ScoredReel {
        ScoredReel(cohort: self, rank: rank)
    }

    /// The reels of one creator in rank order; their handle is compared byte by byte. Cost: one look into the dictionary, and a
    /// pass over a column of numbers.
    public func reels(of creator: String) -> [ScoredReel] {
        guard let number = states.creatorUsername.dictionary.number(ofKnown: creator) else { return [] }
        let (numbers, rows) = (states.creatorUsername.numbers, rows)
        return rows.indices.filter { numbers[Int(rows[$0])] == number }.map { self[$0] }
    }
}
