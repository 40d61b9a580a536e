import Reels
import Scoring

/// What is said of a reel in the picture. Names, captions and addresses come from strangers.
struct ScatterWords {
    let reel: ScoredReel
    /// Reels of several platforms stand together, so each has to name its own.
    let namesPlatform: Bool
    /// What matters most, for the many that are less important: all that is known of hundreds of reels weighs more than the rest
    /// of a page. Their own pages have it.
    let isBrief: Bool

    private static let captionLimit = 56
    private static let addressLimit = 72
    private static let handleLimit = 18

    /// Who made the reel, and what it reaches: the name of its link.
    var label: String {
        let badges = isBrief ? [badge].compactMap { $0 } : reel.badgeList().map(\.words)
        return ([name, score] + badges).joined(separator: ", ")
    }

    /// What stands beside its point; nil where nobody knows who made it.
    var handle: String? {
        ShownText(reel.creatorUsername, limit: Self.handleLimit).map { reel.handleSign + $0.isolated }
    }

    /// A line each.
    var tooltip: [String] { isBrief ? briefLines : lines }

    private var lines: [String] {
        [
            label, ShownText(reel.captionText, limit: Self.captionLimit)?.isolated, velocity, engagement, counters,
            "\(Figures.age(hours: reel.hoursSincePublish)) old, last seen \(reel.scrapedAt.shown)",
            "Published \(reel.publishTime.shown)", address,
        ].compactMap { $0 }
    }

    private var briefLines: [String] {
        let engagement = reel.engagementRatePercentile.map { ", engagement " + Figures.reached($0) } ?? ""
        let views = Figures.count(reel.views, "view", "views")
        return [label, views + ", velocity " + Figures.reached(reel.viewsPerHourPercentile) + engagement]
    }

    private var name: String {
        let creator = reel.creator.map { reel.handleSign + $0.isolated } ?? "Unknown creator"
        return namesPlatform ? creator + ", " + reel.key.platform.displayName : creator
    }

    private var score: String {
        if let score = reel.performanceScore {
            return "score " + Figures.reached(score)
        }
        guard let range = reel.scoreRange else { return "score not known" }
        return "score \(Figures.reached(range.lowerBound)) to \(Figures.reached(range.upperBound))"
    }

    /// The most important one.
    private var badge: String? {
        switch reel.breakoutState {
        case .confirmed: Badge.confirmed.words
        case .candidate: Badge.candidate.words
        case .unseen: Badge.unseen(hours: reel.freshness.seenHoursAgo).words
        case nil: reel.likes == nil ? Badge.likesHidden.words : nil
        }
    }

    private var velocity: String {
        let pace = reel.equalAge?.percentile.map { "; for its age \(Figures.reached($0))" } ?? ""
        return "Velocity \(Figures.reached(reel.viewsPerHourPercentile)) (\(Figures.velocity(reel.viewsPerHour))/h)"
            + pace
    }

    private var engagement: String? {
        reel.engagementRatePercentile.flatMap { percentile in
            reel.engagementRate.map { "Engagement \(Figures.reached(percentile)) (\(Figures.rate($0)))" }
        }
    }

    private var counters: String {
        [
            Figures.count(reel.views, "view", "views"),
            reel.likes.map { Figures.count($0, "like", "likes") },
            reel.comments.map { Figures.count($0, "comment", "comments") },
            reel.sharesOrSaves.map { number in
                reel.knowsShares
                    ? Figures.count(number, "share", "shares") : Figures.count(number, "save", "saves")
            },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// Without the scheme, which is always the same, and only so far.
    private var address: String? {
        guard reel.destination != nil else { return "No address that can be trusted" }
        return ShownText(reel.reelURL.map { String($0.dropFirst("https://".count)) }, limit: Self.addressLimit)?.text
    }
}
