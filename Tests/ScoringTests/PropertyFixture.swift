import Reels
import Sample
import Scoring

/// Random cohorts for the properties, and what is compared of them.
enum PropertyFixture {
    /// Everything that is known of one reel in its cohort.
    struct Standing: Equatable {
        var id: String
        var views: Int64
        var velocity: Double
        var engagementRate: Double?
        var viewsPercentile: Double
        var velocityPercentile: Double
        var engagementPercentile: Double?
        var score: Double?
        var multiplier: Double?
        var isOutlier: Bool?
        var isBreakout: Bool?
        var isTopPerformer: Bool

        init(_ reel: ScoredReel) {
            id = reel.key.reelID
            views = reel.views
            velocity = reel.viewsPerHour
            engagementRate = reel.engagementRate
            viewsPercentile = reel.viewsPercentile
            velocityPercentile = reel.viewsPerHourPercentile
            engagementPercentile = reel.engagementRatePercentile
            score = reel.performanceScore
            multiplier = reel.viewMultiplier
            isOutlier = reel.isOutlier
            isBreakout = reel.isBreakout
            isTopPerformer = reel.isTopPerformer
        }

        /// All but the rate itself.
        var withoutEngagement: Standing {
            var rest = self
            rest.engagementRate = nil
            return rest
        }

        /// All but views and velocity themselves.
        var withoutVelocity: Standing {
            var rest = self
            (rest.views, rest.velocity) = (0, 0)
            return rest
        }
    }

    /// The cohort of each window in its order.
    static func standings(_ reels: [Observation]) -> [[Standing]] {
        Cohort.ofEveryWindow(CohortFixture.states(reels)).map { cohort in
            (0..<cohort.count).map { Standing(cohort[$0]) }
        }
    }

    /// One number of each reel, by window.
    static func byReel<Value>(_ cohorts: [[Standing]], _ number: (Standing) -> Value) -> [[String: Value]] {
        cohorts.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.id, number($0)) }) }
    }

    /// `CohortFixture.randomReels` with counters as large as can be stored among them, none, one, a few or many.
    static func oddReels(_ random: inout SplitMix64) -> [Observation] {
        oddReels(count: random.pick([0, 1, 2, 19, 20, 21, 60]), &random)
    }

    static func oddReels(count: Int, _ random: inout SplitMix64) -> [Observation] {
        CohortFixture.randomReels(count: count, &random).map { reel in
            guard random.pick([true, false, false, false]) else { return reel }
            var reel = reel
            reel.views = random.pick([0, 1, .max - 1, .max])
            reel.likes = random.pick([nil, 0, .max])
            reel.comments = random.pick([nil, .max])
            reel.shares = random.pick([nil, .max])
            reel.saves = random.pick([nil, .max])
            return reel
        }
    }

    /// A reel whose velocity and engagement rate are exact doubles, so that a change of either moves no tie by rounding: its age
    /// is a whole number of hours, its velocity one of views an hour, its rate one of 64ths.
    struct ExactReel {
        let id: String
        let ageHours: Int64
        /// Above zero: without views the rate is 0 by definition.
        var velocity: Int64
        var rate: Int64
        let hidesLikes: Bool
        /// How many of the reactions are likes, in tenths.
        let likedTenths: Int64

        var observation: Observation {
            let views = 64 * velocity * ageHours
            let reactions = rate * velocity * ageHours
            let likes = reactions / 10 * likedTenths
            return CohortFixture.reel(
                id, ageHours: ageHours, views: views, likes: hidesLikes ? nil : likes, comments: reactions - likes)
        }
    }

    /// Few distinct velocities and rates, so that many tie.
    static func exactReels(_ random: inout SplitMix64) -> [ExactReel] {
        (0..<random.pick([0, 1, 2, 19, 20, 21, 60])).map { number in
            ExactReel(
                id: "r\(number * 7_919 % 100)", ageHours: Int64.random(in: 1...95 * 24, using: &random),
                velocity: random.pick([1, 2, 3, 50, Int64.random(in: 1...9_999, using: &random)]),
                rate: random.pick([0, 1, 5, 64, Int64.random(in: 0...200, using: &random)]),
                hidesLikes: random.pick([true, false, false, false]),
                likedTenths: Int64.random(in: 0...10, using: &random))
        }
    }

    /// A random strictly increasing function on `values`, to whole numbers from 1 on that do not exceed `limit`.
    static func increase(
        of values: [Int64], below limit: Int64 = .max, _ random: inout SplitMix64
    ) -> [Int64: Int64] {
        let ascending = Set(values).sorted()
        guard !ascending.isEmpty else { return [:] }
        var images: Set<Int64> = []
        // Near each other, anywhere, or both.
        let reach = random.pick([Int64(ascending.count) + 1, limit])
        while images.count < ascending.count { images.insert(Int64.random(in: 1...reach, using: &random)) }
        return Dictionary(uniqueKeysWithValues: zip(ascending, images.sorted()))
    }
}
