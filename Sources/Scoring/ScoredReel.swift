public import Reels

/// One reel of a cohort with everything that is known about it; a view into the cohort's columns.
public struct ScoredReel: Sendable {
    /// The cohort that the reel is ranked in.
    public let cohort: Cohort
    /// Place in the cohort's order, counted from 0.
    public let rank: Int

    var row: Int { Int(cohort.rows[rank]) }

    /// What names the reel.
    public var key: ReelKey { ReelKey(reelID: cohort.states.reelID[row] ?? "", platform: cohort.platform) }
    /// The address as received; a link only through `ReelAddress`.
    public var reelURL: String? { cohort.states.reelURL[row] }
    /// The handle of the reel's creator.
    public var creatorUsername: String? { cohort.states.creatorUsername[row] }
    /// What the creator wrote beside the reel.
    public var captionText: String? { cohort.states.captionText[row] }
    /// When the reel was published.
    public var publishTime: Instant { cohort.states.publishTime[row] }
    /// When the observation that counts was made.
    public var scrapedAt: Instant { cohort.states.scrapedAt[row] }
    /// Views at that time.
    public var views: Int64 { cohort.states.views[row] }
    /// Likes, nil where the creator hides them.
    public var likes: Int64? { cohort.states.likes[row].value }
    /// Comments, nil where unknown.
    public var comments: Int64? { cohort.states.comments[row].value }
    /// Shares where known, else saves where known.
    public var sharesOrSaves: Int64? { cohort.states.sharesOrSaves[row].value }

    private var age: Int64 { Formulas.age(publishedAt: publishTime, asOf: cohort.asOf) }
    /// Hours from publication to as-of, at least 1/60.
    public var hoursSincePublish: Double { Formulas.hours(age: age) }
    /// Views an hour over the reel's life.
    public var viewsPerHour: Double { Formulas.viewsPerHour(views: views, age: age) }
    /// See ``Formulas/engagementRate(likes:comments:sharesOrSaves:views:)``.
    public var engagementRate: Double? {
        Formulas.engagementRate(likes: likes, comments: comments, sharesOrSaves: sharesOrSaves, views: views)
    }
    /// 0 to 100.
    public var viewsPercentile: Double { cohort.metrics.viewsPercentile(rank) }
    /// 0 to 100.
    public var viewsPerHourPercentile: Double { cohort.metrics.velocityPercentile(rank) }
    /// 0 to 100; nil where likes are hidden.
    public var engagementRatePercentile: Double? { cohort.metrics.engagementPercentile(rank) }
    /// 0 to 100; nil where likes are hidden.
    public var performanceScore: Double? { cohort.metrics.score(rank) }

    /// Views as a multiple of the cohort's median; nil where that is 0.
    public var viewMultiplier: Double? {
        cohort.medianViews.flatMap { $0 > 0 ? Double(views) / $0 : nil }
    }

    /// Nil in a small cohort.
    public var isOutlier: Bool? {
        guard !cohort.isSmall, let q1 = cohort.firstQuartileViews, let q3 = cohort.thirdQuartileViews else {
            return nil
        }
        return Formulas.isOutlier(views: views, firstQuartile: q1, thirdQuartile: q3)
    }

    /// Nil in a small cohort, and where only the hidden likes could tell.
    public var isBreakout: Bool? {
        guard !cohort.isSmall else { return nil }
        return Formulas.isBreakout(
            velocityPercentile: viewsPerHourPercentile, engagementPercentile: engagementRatePercentile)
    }

    /// Whether the reel is drawn in amber: a score of 95 or more in a cohort that is not small.
    public var isTopPerformer: Bool {
        !cohort.isSmall && (performanceScore ?? 0) >= Formulas.topPerformerScore
    }
}
