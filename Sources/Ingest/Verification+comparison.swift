import Reels
package import Scoring
package import Storage

extension Verification {
    /// A cohort of Scoring's beside PostgreSQL's, whose reels come one by one in its order.
    package struct Comparison {
        private let cohort: Cohort
        private var largest: Difference?
        private var disagreements: [String] = []
        private var disagreementCount = 0
        private var size = 0
        private var isMet: [Bool]
        /// The ranks by identifier, once the orders part.
        private var ranks: [String: Int]?
        /// What is being compared; nil is the whole cohort.
        private var reelID: String?

        /// So many disagreements are put in words.
        private static let wordedDisagreements = 20

        package init(of cohort: Cohort) {
            self.cohort = cohort
            isMet = Array(repeating: false, count: cohort.count)
        }

        /// Compares PostgreSQL's next reel.
        package mutating func add(_ row: VerifiedReel) {
            if size == 0 { compareCohort(row) }
            if let rank = rank(of: row.reelID) {
                isMet[rank] = true
                reelID = row.reelID
                compareCounters(cohort[rank], row)
                compareNumbers(cohort[rank], row)
                compareFlags(cohort[rank], row)
            } else {
                disagree("\(row.reelID) is in PostgreSQL's cohort only")
            }
            size += 1
        }

        /// What has been found when all reels have come.
        package mutating func finding() -> Finding {
            for rank in isMet.indices where !isMet[rank] {
                disagree("\(cohort[rank].key.reelID) is in Scoring's cohort only")
            }
            return Finding(
                platform: cohort.platform, window: cohort.window, asOf: cohort.asOf, size: cohort.count,
                largestDifference: largest, disagreements: disagreements, disagreementCount: disagreementCount)
        }

        /// The rank of PostgreSQL's next reel in Scoring's order: the same as long as they agree.
        private mutating func rank(of id: String) -> Int? {
            if ranks == nil {
                if size < cohort.count, cohort[size].key.reelID == id { return size }
                let ids = (0..<cohort.count).map { cohort[$0].key.reelID }
                ranks = Dictionary(zip(ids, ids.indices)) { first, _ in first }
                let mine = size < ids.count ? ids[size] : "none"
                disagree("the order parts at rank \(size + 1): \(mine) here, \(id) there")
            }
            return ranks?[id]
        }

        private mutating func compareCohort(_ row: VerifiedReel) {
            compare("cohort_size", Int64(cohort.count), row.cohortSize)
            compare("median of the views", cohort.medianViews, row.medianViews)
            compare("first quartile of the views", cohort.firstQuartileViews, row.firstQuartileViews)
            compare("third quartile of the views", cohort.thirdQuartileViews, row.thirdQuartileViews)
        }

        private mutating func compareCounters(_ scored: ScoredReel, _ row: VerifiedReel) {
            compare("latest_scraped_at", scored.scrapedAt, row.scrapedAt)
            compare("publish_time", scored.publishTime, row.publishTime)
            compare("views", scored.views, row.views)
            compare("likes", scored.likes, row.likes)
            compare("comments", scored.comments, row.comments)
            compare("shares_or_saves", scored.sharesOrSaves, row.sharesOrSaves)
        }

        private mutating func compareNumbers(_ scored: ScoredReel, _ row: VerifiedReel) {
            compare("hours_since_publish", scored.hoursSincePublish, row.hours)
            compare("views_per_hour", scored.viewsPerHour, row.velocity)
            compare("engagement_rate", scored.engagementRate, row.engagement)
            compare("views_percentile", scored.viewsPercentile, row.viewsPercentile)
            compare("views_per_hour_percentile", scored.viewsPerHourPercentile, row.velocityPercentile)
            compare("engagement_rate_percentile", scored.engagementRatePercentile, row.engagementPercentile)
            compare("performance_score", scored.performanceScore, row.score)
            compare("view_multiplier", scored.viewMultiplier, row.multiplier)
        }

        private mutating func compareFlags(_ scored: ScoredReel, _ row: VerifiedReel) {
            compare("is_outlier", scored.isOutlier, row.isOutlier)
            compare("is_breakout", scored.isBreakout, row.isBreakout)
            compare("whether it is a top performer", scored.isTopPerformer, row.isTopPerformer)
        }

        /// What must be the same.
        private mutating func compare<Value: Equatable>(_ field: String, _ mine: Value?, _ theirs: Value?) {
            guard mine != theirs else { return }
            disagree(field, mine, theirs)
        }

        private mutating func compare(_ field: String, _ mine: Instant, _ theirs: Instant) {
            guard mine != theirs else { return }
            disagree(field, mine.iso8601, theirs.iso8601)
        }

        /// What may differ by rounding.
        private mutating func compare(_ field: String, _ mine: Double?, _ theirs: Double?) {
            guard mine != theirs else { return }
            guard let mine, let theirs else { return disagree(field, mine, theirs) }
            let share = abs(mine - theirs) / max(mine.magnitude, theirs.magnitude)
            // A NaN compares as false with everything, and is as far off as can be.
            let difference = share.isNaN ? .infinity : share
            if difference > largest?.share ?? 0 {
                largest = Difference(field: field, reelID: reelID, share: difference)
            }
            if difference > Verification.tolerance { disagree(field, mine, theirs) }
        }

        private mutating func disagree<Value>(_ field: String, _ mine: Value?, _ theirs: Value?) {
            let values = [mine, theirs].map { value in value.map { "\($0)" } ?? "null" }
            let subject = reelID.map { $0 + ": " } ?? ""
            disagree("\(subject)\(field) is \(values[0]) here, \(values[1]) there")
        }

        private mutating func disagree(_ words: String) {
            disagreementCount += 1
            if disagreements.count < Self.wordedDisagreements { disagreements.append(words) }
        }
    }
}
