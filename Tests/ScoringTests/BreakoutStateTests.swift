import Reels
import Scoring
import Testing

struct BreakoutStateTests {
    @Test(
        "fresh within 24 hours of the sighting, the end included",
        arguments: [(Int64(0), true), (86_400, true), (86_401, false)])
    func freshness(secondsAgo: Int64, isFresh: Bool) {
        let freshness = Freshness(scrapedAt: Instant(seconds: 0), asOf: Instant(seconds: secondsAgo))
        #expect(freshness.isFresh == isFresh)
        #expect(freshness.seenHoursAgo == Double(secondsAgo) / 3_600)
    }

    /// 100 of 100 slower: Wilson's lower end is 96.3. 90 of 100: 82.6. 86 of 100: 77.9. 29 of 29: too few.
    @Test(
        "confirmed from a lower end of 80 on, candidate below it and with few peers, unseen when not fresh",
        arguments: [
            (
                Bool?(true), true, EqualAgeVelocity?(EqualAgeVelocity(slower: 90, peers: 100)),
                BreakoutState?(.confirmed)
            ),
            (true, true, EqualAgeVelocity(slower: 86, peers: 100), .candidate),
            (true, true, EqualAgeVelocity(slower: 29, peers: 29), .candidate),
            (true, true, nil, .candidate),
            (true, false, EqualAgeVelocity(slower: 100, peers: 100), .unseen),
            (false, true, EqualAgeVelocity(slower: 100, peers: 100), nil),
            (nil, true, EqualAgeVelocity(slower: 100, peers: 100), nil),
        ])
    func states(isBreakout: Bool?, isFresh: Bool, equalAge: EqualAgeVelocity?, expected: BreakoutState?) {
        #expect(BreakoutState(isBreakout: isBreakout, isFresh: isFresh, equalAge: equalAge) == expected)
    }

    @Test("the list of breakouts holds what is confirmed and what is a candidate")
    func listed() {
        #expect(BreakoutState.allCases.filter(\.isListed) == [.confirmed, .candidate])
    }

    @Test("with hidden likes the score lies within 45 of what velocity and views give")
    func scoreRange() {
        #expect(Formulas.scoreRange(velocity: 100, views: 100) == 55...100)
        #expect(Formulas.scoreRange(velocity: 0, views: 0) == 0...45)
        for engagement in [0.0, 33.3, 100] {
            let score = Formulas.performanceScore(engagement: engagement, velocity: 83.1, views: 47.9)
            let range = Formulas.scoreRange(velocity: 83.1, views: 47.9)
            #expect(range.lowerBound - 1e-9 <= score && score <= range.upperBound + 1e-9)
        }
    }

    @Test(
        "fast with hidden likes: velocity of a breakout, engagement unknown",
        arguments: [(80.0, Double?.none, true), (79.99, nil, false), (80, 0, false), (80, 100, false)])
    func fast(velocity: Double, engagement: Double?, expected: Bool) {
        #expect(
            Formulas.isFastWithHiddenLikes(velocityPercentile: velocity, engagementPercentile: engagement) == expected)
    }
}
