import Reels
import Storage

/// What can be wrong with a cohort, one thing at a time, and the word that tells of it.
enum VerificationFaults {
    struct Fault {
        let word: String
        let spoil: (inout [VerifiedReel]) -> Void
    }

    static var all: [Fault] { things + numbers }

    private static var things: [Fault] {
        [
            reel("latest_scraped_at") { $0.scrapedAt.microseconds += 1 },
            reel("publish_time") { $0.publishTime.microseconds += 1 },
            reel("views is") { $0.views += 1 },
            reel("likes") { $0.likes = $0.likes == nil ? 0 : nil },
            reel("comments") { $0.comments = nil },
            reel("shares_or_saves") { $0.sharesOrSaves? += 1 },
            reel("is_outlier") { $0.isOutlier?.toggle() },
            reel("is_breakout") { $0.isBreakout = $0.isBreakout == nil ? false : nil },
            reel("top performer") { $0.isTopPerformer?.toggle() },
            reel("engagement_rate is null") { $0.engagement = 0 },
            reel("performance_score is null") { $0.score = 0 },
            Fault(word: "cohort_size") { $0[0].cohortSize += 1 },
            Fault(word: "median") { $0[0].medianViews? += 0.5 },
            Fault(word: "first quartile") { $0[0].firstQuartileViews? += 0.5 },
            Fault(word: "third quartile") { $0[0].thirdQuartileViews? += 0.5 },
            Fault(word: "the order parts at rank 3") { $0.swapAt(2, 3) },
            Fault(word: "in Scoring's cohort only") { $0.removeLast() },
            Fault(word: "in PostgreSQL's cohort only") { $0[39].reelID = "another" },
        ]
    }

    private static var numbers: [Fault] {
        [
            number("hours_since_publish", \.hours), number("views_per_hour is", \.velocity),
            number("engagement_rate is", \.engagement), number("views_percentile", \.viewsPercentile),
            number("views_per_hour_percentile", \.velocityPercentile),
            number("engagement_rate_percentile", \.engagementPercentile), number("performance_score", \.score),
            number("view_multiplier", \.multiplier),
        ].flatMap(\.self)
    }

    /// One reel whose likes are hidden: the last in the order.
    private static func reel(_ word: String, _ spoil: @escaping (inout VerifiedReel) -> Void) -> Fault {
        Fault(word: word) { spoil(&$0[39]) }
    }

    /// A number of one reel whose likes are known, a little off and not there.
    private static func number(_ word: String, _ path: WritableKeyPath<VerifiedReel, Double?>) -> [Fault] {
        [
            Fault(word: word) { $0[5][keyPath: path]? *= 1 + 1e-11 }, Fault(word: word) { $0[5][keyPath: path] = nil },
        ]
    }
}
