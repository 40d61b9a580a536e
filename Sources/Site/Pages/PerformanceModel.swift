import Reels
import Scoring

/// What pages tell of the cohorts that are asked for.
struct PerformanceModel {
    let context: PageContext
    /// All reels in one order.
    let reels: Ranked
    /// Furthest above their cohort's median first.
    private(set) var outliers: [ScoredReel] = []
    private(set) var breakoutCount = 0
    private(set) var topCount = 0
    /// Reels without an engagement percentile, and so without a place in the scatter.
    private(set) var hiddenCount = 0
    /// Those of them that are fast enough to be breakouts.
    private(set) var fastHiddenCount = 0

    init(_ context: PageContext) {
        self.context = context
        reels = Ranked(context.cohorts)
        for reel in reels {
            if reel.isOutlier == true { outliers.append(reel) }
            if reel.isBreakout == true { breakoutCount += 1 }
            if reel.isTopPerformer { topCount += 1 }
            if reel.engagementRatePercentile == nil { hiddenCount += 1 }
            if reel.isFastWithHiddenLikes { fastHiddenCount += 1 }
        }
        outliers.sort { ($0.viewMultiplier ?? 0, $0.views) > ($1.viewMultiplier ?? 0, $1.views) }
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
