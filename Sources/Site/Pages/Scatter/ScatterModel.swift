import Charts
import Markup
import Reels
import Scoring

/// The picture of the cohorts that are asked for. One pass over their columns, and a string for no reel but those drawn.
struct ScatterModel {
    let context: PageContext
    let query: PerformanceQuery
    private let cohorts: [Cohort]
    private let axes: ScatterAxes
    private let tally: ScatterTally

    /// So many reels have their names beside them at most.
    private static let mostCaptions = 8
    /// All that is known is told of so many points, the most important; and less of the others.
    private static let mostFullTooltips = 100

    init(_ context: PageContext, _ query: PerformanceQuery) {
        self.context = context
        self.query = query
        cohorts = context.cohorts
        axes = ScatterAxes(cohorts, query: query)
        tally = ScatterTally(cohorts, across: query.across, filter: query.thresholds)
    }

    /// Raw values can be told, since all reels are of one platform.
    var offersRawValues: Bool { cohorts.count { $0.count > 0 } == 1 }

    private var isSmall: Bool { cohorts.allSatisfy(\.isSmall) }

    private var mixesPlatforms: Bool { query.cohorts.platform == nil }

    var scatter: Scatter {
        let lane = tally.lanePicks(cohorts)
        let drawn = tally.picks(cohorts, limit: Scatter.drawnLimit - lane.count)
        var scatter = Scatter(title: title, summary: summary, across: axes.across, up: axes.up)
        scatter.points = points(drawn)
        scatter.cells = tally.cells(besides: drawn, query: query)
        scatter.placedCount = tally.placed
        scatter.lane = lane.compactMap { point($0, caption: nil, isBrief: true) }
        scatter.laneCells = tally.laneCells(besides: lane)
        scatter.hiddenCount = tally.hidden
        scatter.unplacedCount = tally.unplaced
        scatter.isCohortSmall = isSmall
        scatter.quadrant =
            isSmall || tally.placed == 0
            ? nil
            : Scatter.Quadrant(
                name: query.across == .velocity ? "Breakout" : "Fast for their age",
                count: tally.breakouts, expected: tally.expectedBreakouts)
        scatter.remarks = remarks
        return scatter
    }

    /// The first that are listed have captions, then the first of the others.
    private func points(_ drawn: [ScoredReel]) -> [ScatterPoint] {
        let listed = drawn.indices.filter { drawn[$0].breakoutState?.isListed == true }.prefix(Self.mostCaptions)
        let captioned = Set(listed + drawn.indices.prefix(Self.mostCaptions - listed.count))
        return drawn.indices.compactMap { place in
            point(
                drawn[place], caption: captioned.contains(place) ? words(drawn[place], isBrief: true).handle : nil,
                isBrief: place >= Self.mostFullTooltips)
        }
    }

    private func point(_ reel: ScoredReel, caption: String?, isBrief: Bool) -> ScatterPoint? {
        guard let percentile = query.across.percentile(of: reel) else { return nil }
        let words = words(reel, isBrief: isBrief)
        let up = reel.engagementRatePercentile.map { axes.up.place(percentile: $0, raw: reel.engagementRate ?? 0) }
        return ScatterPoint(
            place: ScatterPlace(
                x: axes.across.place(percentile: percentile, raw: reel.viewsPerHour), y: up ?? 0),
            origin: caption == nil ? nil : origin(reel), views: reel.views, isFresh: reel.freshness.isFresh,
            isTop: reel.isTopPerformer, address: ReelPage.address(of: reel.key, query: query.cohorts),
            label: words.label, tooltip: words.tooltip, caption: caption)
    }

    private func words(_ reel: ScoredReel, isBrief: Bool) -> ScatterWords {
        ScatterWords(reel: reel, namesPlatform: mixesPlatforms, isBrief: isBrief)
    }

    /// Where the reel stood at the run before. The pace of that time is not kept.
    private func origin(_ reel: ScoredReel) -> ScatterPlace? {
        guard query.across == .velocity, let previous = reel.previousPlace,
            let engagement = previous.engagementPercentile
        else { return nil }
        return ScatterPlace(
            x: axes.across.place(percentile: previous.velocityPercentile, raw: nil),
            y: axes.up.place(percentile: engagement, raw: nil))
    }

    private var title: String {
        let speed = query.across == .velocity ? "Velocity" : "Pace for age"
        let words = mixesPlatforms ? "all platforms" : context.platformWords
        return "\(speed) and engagement, \(words), \(query.cohorts.window.words)"
    }

    private var summary: String {
        "Each point is a reel: the further to the right the faster, the higher the more engaging. "
            + (isSmall
                ? "" : Figures.count(tally.breakouts, "reel is", "reels are") + " in the shaded corner of \(corner).")
    }

    private var corner: String {
        query.across == .velocity ? "breakouts" : "those that engage and are fast for their age"
    }

    private var remarks: [String] {
        [
            axes.lacksRawValues
                ? "Each platform has raw values of its own: choose one platform for logarithmic axes." : nil,
            mixesPlatforms && cohorts.count > 1
                ? "Each reel’s percentiles are those among the reels of its own platform; "
                    + "the platforms are only drawn together." : nil,
        ].compactMap { $0 }
    }
}
