import Reels
import Scoring
import Testing

struct FormulaTests {
    @Test("a reel younger than a minute counts as a minute old")
    func shortestAge() {
        let asOf = Instant(seconds: 1_000)
        #expect(Formulas.hours(age: Formulas.age(publishedAt: asOf, asOf: asOf)) == 1.0 / 60.0)
        #expect(Formulas.age(publishedAt: Instant(seconds: 939), asOf: asOf) == 61_000_000)
    }

    @Test(
        "velocity is views an hour of the reel's life",
        arguments: [
            (Int64(1_200), Int64(3 * 3_600_000_000), 400.0), (0, 3_600_000_000, 0), (3_000_000_000, 60_000_000, 1.8e11),
        ])
    func velocity(views: Int64, age: Int64, expected: Double) {
        #expect(Formulas.viewsPerHour(views: views, age: age) == expected)
    }

    @Test(
        "engagement is null when likes are hidden, 0 without views, and may exceed 1",
        arguments: [
            (Int64?(10), Int64?(5), Int64?(5), Int64(100), Double?(0.2)),
            (nil, 5, 5, 100, nil),
            (nil, 5, 5, 0, nil),
            (10, 5, 5, 0, 0),
            (10, nil, nil, 100, 0.1),
            (1_464, 0, nil, 490, 1_464.0 / 490.0),
            (.max, .max, .max, 1, Double(Int64.max) * 3),
        ])
    func engagement(likes: Int64?, comments: Int64?, sharesOrSaves: Int64?, views: Int64, expected: Double?) {
        let rate = Formulas.engagementRate(likes: likes, comments: comments, sharesOrSaves: sharesOrSaves, views: views)
        #expect(rate == expected)
    }

    @Test(
        "percentile is percent_rank() * 100, and 100 for a reel alone",
        arguments: [(0, 1, 100.0), (0, 2, 0), (1, 2, 100), (1, 4, 100.0 / 3)])
    func percentile(smaller: Int, count: Int, expected: Double) {
        #expect(Formulas.percentile(smaller: smaller, of: count) == expected)
    }

    @Test(
        "quantiles interpolate linearly at (n - 1) * p",
        arguments: [(0.25, 1.75), (0.5, 2.5), (0.75, 3.25), (0, 1), (1, 4)])
    func quantiles(p: Double, expected: Double) {
        #expect(Formulas.quantile(p, ofSorted: [1, 2, 3, 4]) == expected)
        #expect(Formulas.quantile(p, ofSorted: [7]) == 7)
        #expect(Formulas.quantile(p, ofSorted: []) == nil)
    }

    @Test("an outlier lies beyond the fence on the logarithm, and there is none where Q1 is 0")
    func outliers() {
        // Q3 * (Q3 / Q1)^1.5 = 400 * 8 = 3,200
        #expect(!Formulas.isOutlier(views: 3_200, firstQuartile: 100, thirdQuartile: 400))
        #expect(Formulas.isOutlier(views: 3_201, firstQuartile: 100, thirdQuartile: 400))
        #expect(!Formulas.isOutlier(views: 3_000_000_000, firstQuartile: 0, thirdQuartile: 400))
    }

    @Test(
        "breaking out takes velocity 80 and engagement 70; hidden likes leave it open only for the fast",
        arguments: [
            (80.0, Double?(70.0), Bool?(true)), (79.99, 100, false), (80, 69.99, false), (79.99, nil, false),
            (80, nil, nil),
        ])
    func breakout(velocity: Double, engagement: Double?, expected: Bool?) {
        #expect(Formulas.isBreakout(velocityPercentile: velocity, engagementPercentile: engagement) == expected)
    }
}
