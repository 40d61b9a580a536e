import Charts
import Reels
import Scoring

/// What pages tell of the cohorts that are asked for.
struct PerformanceModel {
    let context: PageContext
    /// What the page is asked.
    let query: PerformanceQuery
    /// All reels by score.
    let reels: Ranked
    /// Those that break out now, the surest first, as many as a page shows.
    let breakouts: [ScoredReel]
    /// Reels in the list of breakouts.
    let confirmedCount: Int
    let candidateCount: Int
    /// The outliers furthest above their cohort's median, as many as a page shows.
    let outliers: [ScoredReel]
    let outlierCount: Int
    let breakoutCount: Int
    let topCount: Int
    /// Reels without an engagement percentile, and so without a place in the scatter.
    let hiddenCount: Int
    /// Those of them that are fast enough to be breakouts.
    let fastHiddenCount: Int
    /// The most viewed of these, as many as a page shows.
    let fastHidden: [ScoredReel]
    /// Since the run before.
    let changes: RunChanges

    private static let mostBreakouts = 8
    private static let mostOutliers = 6
    private static let mostFastHidden = 4

    init(_ context: PageContext, _ query: PerformanceQuery? = nil) {
        let query = query ?? PerformanceQuery(cohorts: context.query)
        self.context = context
        self.query = query
        let cohorts = context.cohorts
        func sum(_ number: (CohortFigures) -> Int) -> Int { cohorts.reduce(0) { $0 + number($1.figures) } }
        reels = context.ranking(.byScore)
        breakoutCount = sum(\.breakouts)
        topCount = sum(\.topPerformers)
        hiddenCount = sum(\.hiddenLikes)
        let admits = query.thresholds.admission
        let isOpen = query.thresholds.isOpen
        changes = RunChanges(context, where: admits)
        outlierCount =
            isOpen ? sum(\.outliers.count) : cohorts.reduce(0) { $0 + $1.outliers(.max, where: admits).count }
        fastHiddenCount =
            isOpen
            ? sum(\.fastWithHiddenLikes) : cohorts.reduce(0) { $0 + $1.fastWithHiddenLikes(.max, where: admits).count }
        let byState = context.ranking(.byState)
        let listed = byState.lazy.prefix { $0.breakoutState?.isListed == true }.filter(admits)
        breakouts = Array(listed.prefix(Self.mostBreakouts))
        confirmedCount = listed.prefix { $0.breakoutState == .confirmed }.count
        candidateCount = listed.count - confirmedCount
        outliers = Self.first(
            Self.mostOutliers, of: cohorts.flatMap { $0.outliers(Self.mostOutliers, where: admits) })
        fastHidden = Self.first(
            Self.mostFastHidden, of: cohorts.flatMap { $0.fastWithHiddenLikes(Self.mostFastHidden, where: admits) })
    }

    /// All reels of the cohorts.
    var count: Int { reels.count }

    /// Reels in the list of breakouts.
    var listedCount: Int { confirmedCount + candidateCount }

    /// The first in order, where it has a score.
    var best: ScoredReel? { reels.first.flatMap { $0.performanceScore == nil ? nil : $0 } }

    /// Reels of several platforms stand together, so each has to name its own.
    var mixesPlatforms: Bool { context.query.platform == nil }

    /// Platforms whose reels are too few for flags; those without any reel are none of them.
    var smallPlatforms: [Platform] { context.cohorts.filter { $0.isSmall && $0.count > 0 }.map(\.platform) }

    /// No cohort is large enough for flags.
    var isSmall: Bool { context.cohorts.allSatisfy(\.isSmall) }

    /// Whether the top performers are few or none is said in a sentence; nil where nothing can be said.
    var topSentence: String? {
        // Of those that are shown nothing is counted: the sentence is about all.
        guard query.thresholds.isOpen, let score = context.cohorts.highestRatedScore else { return nil }
        if topCount == 0 {
            let today = context.isOfPresent ? " today" : ""
            return "No reel reaches 95\(today); the best is \(Figures.reached(score))."
        }
        return topCount == 1 ? "1 reel reaches 95." : "\(Figures.whole(topCount)) reels reach 95."
    }

    /// The first of `leading`, by views against their cohort's median.
    private static func first(_ count: Int, of leading: [ScoredReel]) -> [ScoredReel] {
        let sorted = leading.sorted { ($0.viewMultiplier ?? 0, $0.views) > ($1.viewMultiplier ?? 0, $1.views) }
        return Array(sorted.prefix(count))
    }
}

extension PageContext {
    /// The reels of the cohorts asked for in one order.
    func ranking(_ order: RankingOrder) -> Ranked {
        edition.ranking(window: query.window, platform: query.platform, order: order)
    }
}

extension [Cohort] {
    /// The highest score of those large enough for it to mean something; nil where there is none.
    var highestRatedScore: Double? {
        filter { !$0.isSmall }.compactMap { $0[0].performanceScore }.max()
    }
}

extension Cohort {
    /// The most viewed of those that `admits`.
    fileprivate func outliers(_ most: Int, where admits: @escaping (ScoredReel) -> Bool) -> [ScoredReel] {
        Array(figures.outliers.lazy.map { self[Int($0)] }.filter(admits).prefix(most))
    }

    /// The most viewed of those that `admits`: reels without a score come last, and in the order of their views.
    fileprivate func fastWithHiddenLikes(_ most: Int, where admits: @escaping (ScoredReel) -> Bool) -> [ScoredReel] {
        let ranks = count - figures.hiddenLikes..<count
        return Array(ranks.lazy.map { self[$0] }.filter { $0.isFastWithHiddenLikes && admits($0) }.prefix(most))
    }
}
