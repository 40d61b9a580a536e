import Charts
import Reels
import Scoring

/// What pages tell of the cohorts that are asked for.
struct PerformanceModel {
    let context: PageContext
    /// What the page is asked.
    let query: PerformanceQuery
    /// The first reels in one order: as many as a page shows.
    let reels: Ranked
    /// All reels.
    let count: Int
    /// The outliers furthest above their cohort's median, as many as a page shows.
    let outliers: [ScoredReel]
    let outlierCount: Int
    let breakoutCount: Int
    let topCount: Int
    /// Reels without an engagement percentile, and so without a place in the scatter.
    let hiddenCount: Int
    /// Those of them that are fast enough to be breakouts.
    let fastHiddenCount: Int

    private static let mostOutliers = 10

    init(_ context: PageContext, _ query: PerformanceQuery? = nil) {
        self.context = context
        self.query = query ?? PerformanceQuery(cohorts: context.query)
        let cohorts = context.cohorts
        func sum(_ number: (CohortFigures) -> Int) -> Int { cohorts.reduce(0) { $0 + number($1.figures) } }
        reels = Ranked(cohorts, limit: Scatter.drawnLimit)
        count = cohorts.reduce(0) { $0 + $1.count }
        outlierCount = sum(\.outliers.count)
        breakoutCount = sum(\.breakouts)
        topCount = sum(\.topPerformers)
        hiddenCount = sum(\.hiddenLikes)
        fastHiddenCount = sum(\.fastWithHiddenLikes)
        let leading = cohorts.flatMap { cohort in
            cohort.figures.outliers.prefix(Self.mostOutliers).map { cohort[Int($0)] }
        }
        outliers = Array(
            leading.sorted { ($0.viewMultiplier ?? 0, $0.views) > ($1.viewMultiplier ?? 0, $1.views) }
                .prefix(Self.mostOutliers))
    }

    /// The first in order, where it has a score.
    var best: ScoredReel? { reels.first { $0.performanceScore != nil } }

    /// Reels of several platforms stand together, so each has to name its own.
    var mixesPlatforms: Bool { context.query.platform == nil }

    /// Platforms whose reels are too few for flags; those without any reel are none of them.
    var smallPlatforms: [Platform] { context.cohorts.filter { $0.isSmall && $0.count > 0 }.map(\.platform) }

    /// No cohort is large enough for flags.
    var isSmall: Bool { context.cohorts.allSatisfy(\.isSmall) }

    /// Whether the top performers are few or none is said in a sentence; nil where nothing can be said.
    var topSentence: String? {
        guard !isSmall, let best, let score = best.performanceScore else { return nil }
        if topCount == 0 { return "No reel reaches 95; the best is \(Figures.reached(score))." }
        return topCount == 1 ? "1 reel reaches 95." : "\(Figures.whole(topCount)) reels reach 95."
    }
}
