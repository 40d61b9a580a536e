import Reels
import Scoring

/// All that is visible of one platform, every number as its bits.
struct Told: Equatable {
    let platform: Platform
    let asOf: Instant
    /// The run before the newest.
    let previous: Instant?
    let cohorts: [ToldCohort]

    init(_ snapshot: PlatformSnapshot) {
        platform = snapshot.data.platform
        asOf = snapshot.data.asOf
        previous = snapshot.data.previous?.asOf
        cohorts = snapshot.cohorts.map { ToldCohort($0, changes: snapshot.changes(window: $0.window)) }
    }

    /// Of `platform`, or of all.
    static func all(_ snapshot: Snapshot, _ platform: Platform? = nil) -> [Told] {
        snapshot.platforms.filter { platform == nil || $0.data.platform == platform }.map { Told($0) }
    }
}

/// All that is visible of a cohort.
struct ToldCohort: Equatable {
    let window: Window
    let asOf: Instant
    let quantiles: [UInt64?]
    let coverage: Coverage
    let changes: [Change]
    let reels: [ToldReel]

    init(_ cohort: Cohort, changes: [Change]) {
        window = cohort.window
        asOf = cohort.asOf
        quantiles = [cohort.firstQuartileViews, cohort.medianViews, cohort.thirdQuartileViews].map { $0?.bitPattern }
        coverage = cohort.coverage
        self.changes = changes
        reels = (0..<cohort.count).map { ToldReel(cohort[$0]) }
    }
}

/// All that is visible of a reel.
struct ToldReel: Equatable {
    let texts: [String?]
    let times: [Instant?]
    let counts: [Int64?]
    let ranks: [Int?]
    let numbers: [UInt64?]
    let flags: [Bool?]
    let breakoutState: BreakoutState?
    let movement: IntervalVelocity.Movement?
    let viewsSources: [ViewsSource?]

    init(_ reel: ScoredReel) {
        let (equalAge, interval) = (reel.equalAge, reel.interval)
        texts = [reel.key.reelID, reel.reelURL, reel.creatorUsername, reel.captionText]
        times = [reel.publishTime, reel.scrapedAt, interval?.earlier.scrapedAt, interval?.newest.scrapedAt]
        counts = [
            reel.views, reel.likes, reel.comments, reel.sharesOrSaves, interval?.earlier.views, interval?.newest.views,
            interval?.resolution,
        ]
        ranks = [reel.previousRank, reel.sightings, equalAge?.slower, equalAge?.peers]
        numbers = [
            reel.hoursSincePublish, reel.viewsPerHour, reel.engagementRate, reel.viewsPercentile,
            reel.viewsPerHourPercentile, reel.engagementRatePercentile, reel.performanceScore, reel.viewMultiplier,
            reel.creatorMultiplier, interval?.viewsPerHour, interval?.mostViewsPerHour,
            interval?.acceleration(publishTime: reel.publishTime), reel.engagementInterval?.lowerBound,
            reel.scoreRange?.lowerBound,
        ].map { $0?.bitPattern }
        flags = [reel.isOutlier, reel.isBreakout, reel.isTopPerformer, reel.isReaccelerating, reel.knowsShares]
        breakoutState = reel.breakoutState
        movement = interval?.movement
        viewsSources = [interval?.earlier.stratum?.viewsSource, interval?.newest.stratum?.viewsSource]
    }
}

extension [Told] {
    /// The first difference, in words; nil where all is equal.
    func difference(from other: [Told]) -> String? {
        if self == other { return nil }
        guard map(\.platform) == other.map(\.platform) else { return "platforms: \(count) and \(other.count)" }
        for (mine, theirs) in zip(self, other) where mine != theirs { return mine.difference(from: theirs) }
        return nil
    }
}

extension Told {
    fileprivate func difference(from other: Told) -> String {
        let place = "\(platform) as of \(asOf.iso8601)"
        guard asOf == other.asOf, previous == other.previous else { return "\(place): as-of, or the run before" }
        for (mine, theirs) in zip(cohorts, other.cohorts) where mine != theirs {
            return "\(place), \(mine.window): \(mine.difference(from: theirs))"
        }
        return place
    }
}

extension ToldCohort {
    fileprivate func difference(from other: ToldCohort) -> String {
        for (mine, theirs) in zip(reels, other.reels) where mine != theirs { return "\(mine)\n\(theirs)" }
        if reels.count != other.reels.count { return "\(reels.count) reels and \(other.reels.count)" }
        return "changes \(changes) and \(other.changes), or coverage \(coverage) and \(other.coverage), or quantiles"
    }
}
