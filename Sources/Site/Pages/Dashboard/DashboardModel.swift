import Reels
import Scoring

/// What the dashboard tells of the cohorts that are asked for.
struct DashboardModel {
    let context: PageContext
    /// Those of the window that have reels.
    let cohorts: [Cohort]
    /// What breaks out first, the surest before the others.
    private let reels: Ranked

    init(_ context: PageContext) {
        self.context = context
        cohorts = context.cohorts.filter { $0.count > 0 }
        reels = context.edition.ranking(
            window: context.query.window, platform: context.query.platform, order: .byState)
    }

    /// The reel to look at first, where there is one with a score.
    var top: ScoredReel? { reels.first.flatMap { $0.performanceScore == nil ? nil : $0 } }

    /// No cohort is large enough for flags.
    var isSmall: Bool { cohorts.allSatisfy(\.isSmall) }

    /// Breakouts that are confirmed.
    var confirmedCount: Int { firstPlace { $0.breakoutState != .confirmed } }

    /// Breakouts that are not.
    var candidateCount: Int { firstPlace { $0.breakoutState?.isListed != true } - confirmedCount }

    /// Reels with a score of 95 or more.
    var topCount: Int { cohorts.reduce(0) { $0 + $1.figures.topPerformers } }

    /// Channels with reels in the window: a handle on two platforms is two of them.
    var channelCount: Int { cohorts.reduce(0) { $0 + $1.creatorCount } }

    /// Reels published in `window` on the platforms asked for.
    func count(_ window: Window) -> Int {
        context.snapshot.cohorts(window: window, platform: context.query.platform).reduce(0) { $0 + $1.count }
    }

    /// The highest score of a cohort that is large enough; nil where there is none.
    var highestScore: Double? { cohorts.highestRatedScore }

    /// Where in the order `isBehind` begins to hold, which it then does to the end: found by halving.
    private func firstPlace(_ isBehind: (ScoredReel) -> Bool) -> Int {
        var (low, high) = (0, reels.count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(reels[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
