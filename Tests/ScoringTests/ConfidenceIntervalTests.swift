import Reels
import Scoring
import Testing

struct ConfidenceIntervalTests {
    @Test("Wilson's interval of 3 in 6 is 18.8 to 81.2 %")
    func wilson() {
        let interval = ConfidenceInterval.wilson(successes: 3, trials: 6)
        #expect(Rounded(100 * interval.lowerBound, decimals: 1)?.description == "18.8")
        #expect(Rounded(100 * interval.upperBound, decimals: 1)?.description == "81.2")
    }

    @Test("Wilson's interval holds the share, stays within 0 to 1, and narrows with more trials", arguments: 1...200)
    func wilsonBounds(trials: Int) {
        for successes in 0...trials {
            let interval = ConfidenceInterval.wilson(successes: successes, trials: trials)
            let share = Double(successes) / Double(trials)
            #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
            #expect(interval.lowerBound <= share + 1e-12 && share - 1e-12 <= interval.upperBound)
            let wider = ConfidenceInterval.wilson(successes: 2 * successes, trials: 2 * trials)
            #expect(wider.upperBound - wider.lowerBound < interval.upperBound - interval.lowerBound)
        }
    }

    @Test(
        "engagement's counting noise, worked by hand",
        arguments: [
            (Int64(5), Int64(10), 3, "0.214", "1.171"),
            (5_000, 100_000, 4, "0.0486", "0.0514"),
            (1_464, 490, 2, "2.84", "3.14"),
        ])
    func engagement(count: Int64, views: Int64, decimals: Int, least: String, most: String) throws {
        let interval = try #require(
            EngagementInterval.of(likes: count, comments: nil, sharesOrSaves: nil, views: views, on: .instagram))
        #expect(Rounded(interval.lowerBound, decimals: decimals)?.description == least)
        #expect(Rounded(interval.upperBound, decimals: decimals)?.description == most)
    }

    @Test("likes, comments, and shares or saves are counted together, and what is unknown counts nothing")
    func parts() {
        let whole = EngagementInterval.of(likes: 9, comments: 0, sharesOrSaves: nil, views: 50, on: .youtube)
        #expect(EngagementInterval.of(likes: 2, comments: 3, sharesOrSaves: 4, views: 50, on: .youtube) == whole)
    }

    @Test("no interval without views or with hidden likes; from 0 where nobody engaged")
    func edges() throws {
        #expect(EngagementInterval.of(likes: 5, comments: 0, sharesOrSaves: 0, views: 0, on: .tiktok) == nil)
        #expect(EngagementInterval.of(likes: nil, comments: 9, sharesOrSaves: 9, views: 9, on: .tiktok) == nil)
        let none = try #require(EngagementInterval.of(likes: 0, comments: 0, sharesOrSaves: 0, views: 9, on: .tiktok))
        #expect(none.lowerBound == 0 && none.upperBound > 0)
        let huge = try #require(
            EngagementInterval.of(likes: .max, comments: .max, sharesOrSaves: .max, views: 1, on: .tiktok))
        #expect(huge.upperBound.isFinite)
    }

    @Test("where TikTok rounds, both ends move out by as much as the true counts may lie apart")
    func rounding() throws {
        let shown = try #require(
            EngagementInterval.of(likes: 20_000, comments: 0, sharesOrSaves: 0, views: 1_200_000, on: .tiktok))
        let least = ConfidenceInterval.poisson(count: 19_950).lowerBound / 1_250_000
        let most = ConfidenceInterval.poisson(count: 20_050).upperBound / 1_150_000
        #expect(shown == least...most)
        let exact = try #require(
            EngagementInterval.of(likes: 20_000, comments: 0, sharesOrSaves: 0, views: 1_200_000, on: .instagram))
        #expect(shown.lowerBound < exact.lowerBound && exact.upperBound < shown.upperBound)
    }
}
