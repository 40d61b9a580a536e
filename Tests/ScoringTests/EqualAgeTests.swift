import Reels
import Sample
import Scoring
import Testing

struct EqualAgeTests {
    private static let asOf = Instant(seconds: 1_750_000_000)
    private static let instagram = Stratum(viewsSource: .videoPlayCount)

    private static func hours(_ hours: Double) -> Int64 { Int64(hours * 3.6e9) }

    /// A history of reels published so many hours before as-of, each seen at ages in hours with so many views.
    private static func history(_ reels: [(Double, [(Double, Int64)])]) -> SightingHistory {
        var history = SightingHistory(platform: .instagram)
        for (age, seen) in reels {
            let published = asOf.advanced(byMicroseconds: -hours(age))
            history.append(
                publishTime: published,
                sightings: seen.map { age, views in
                    Sighting(
                        scrapedAt: published.advanced(byMicroseconds: hours(age)), views: views, stratum: instagram)
                })
        }
        return history
    }

    @Test("the example worked by hand: three of six peers are slower, too few to say so")
    func byHand() throws {
        let history = Self.history([
            (20, [(3, 1_200)]), (20, [(2.5, 900)]), (20, [(3.6, 1_500)]), (20, [(3, 300)]),
            (20, [(2, 5), (8, 9_000_000)]), (20, [(3.7, 2_590)]), (20, [(2.4, 0)]), (20, [(2.45, 980)]),
            (40 * 24, [(3, 10)]),
        ])
        let ranking = EqualAgeRanking(of: history, asOf: Self.asOf)
        let velocity = try #require(ranking[0])
        #expect(velocity == EqualAgeVelocity(slower: 3, peers: 6))
        #expect(velocity.hasFewPeers && velocity.percentile == nil && velocity.interval == nil)
    }

    @Test("thirty peers are enough, and the percentile is 100 k / m", arguments: [(15, 50.0), (0, 0), (30, 100)])
    func enoughPeers(slower: Int, percentile: Double) throws {
        let velocity = EqualAgeVelocity(slower: slower, peers: 30)
        #expect(velocity.percentile == percentile)
        let interval = try #require(velocity.interval)
        #expect(interval.contains(percentile) && interval.lowerBound >= 0 && interval.upperBound <= 100)
        #expect(EqualAgeVelocity(slower: slower, peers: 29 + 1).hasFewPeers == false)
    }

    /// Each row: another reel's age by now and when it was seen, and whether it is a peer of one seen at 8 hours.
    @Test(
        "a peer was seen within the band, both ends included, and published within 28 days after it had time to be",
        arguments: [
            (100.0, 6.4, true), (100, 6.399_999, false), (100, 10, true), (100, 10.000_001, false),
            (10, 8, true), (9.999_999, 8, false), (681.999_999, 8, true), (682, 8, false),
        ])
    func band(ageNow: Double, seenAt: Double, isPeer: Bool) throws {
        let history = Self.history([(8, [(8, 100)]), (ageNow, [(seenAt, 1)])])
        let velocity = try #require(EqualAgeRanking(of: history, asOf: Self.asOf)[0])
        #expect(velocity.peers == (isPeer ? 1 : 0))
    }

    @Test("of several sightings the one nearest in ratio counts, of two the earlier", arguments: [(8.0, 0), (8.01, 1)])
    func nearest(age: Double, slower: Int) throws {
        // 6.4 * 10 = 8^2: exactly between. The earlier is fast, the later slow.
        let history = Self.history([(age, [(age, 1_000)]), (100, [(6.4, 1_000_000), (10, 1)])])
        let velocity = try #require(EqualAgeRanking(of: history, asOf: Self.asOf)[0])
        #expect(velocity == EqualAgeVelocity(slower: slower, peers: 1))
    }

    @Test(
        "compared between the ages of an hour and 30 days",
        arguments: [(1.0, true), (0.999, false), (720, true), (720.001, false)])
    func comparedAges(age: Double, isCompared: Bool) {
        let ranking = EqualAgeRanking(of: Self.history([(800, [(age, 10)])]), asOf: Self.asOf)
        #expect((ranking[0] != nil) == isCompared)
    }

    @Test("sightings after as-of, other surfaces, other counts and publish times known to the day take no part")
    func exclusions() throws {
        var history = Self.history([(20, [(3, 100)]), (20, [(3, 1), (21, 50)])])
        let published = Self.asOf.advanced(byMicroseconds: -Self.hours(20))
        let seen = published.advanced(byMicroseconds: Self.hours(3))
        for stratum in [Stratum(surface: 1, viewsSource: .videoPlayCount), Stratum(viewsSource: .igPlayCount)] {
            history.append(
                publishTime: published, sightings: [Sighting(scrapedAt: seen, views: 1, stratum: stratum)])
        }
        history.append(
            publishTime: nil, sightings: [Sighting(scrapedAt: seen, views: 1, stratum: Self.instagram)])
        let ranking = EqualAgeRanking(of: history, asOf: Self.asOf)
        #expect(ranking[0] == EqualAgeVelocity(slower: 1, peers: 1))
        #expect(ranking[1] == EqualAgeVelocity(slower: 0, peers: 1))
        #expect(ranking[2] == EqualAgeVelocity(slower: 0, peers: 0))
        #expect(ranking[4] == nil)
    }

    @Test("velocities are compared exactly, beyond what a double tells apart")
    func exact() throws {
        let history = Self.history([(20, [(3, 9_007_199_254_740_993)]), (20, [(3, 9_007_199_254_740_992)])])
        let ranking = EqualAgeRanking(of: history, asOf: Self.asOf)
        #expect(ranking[0]?.slower == 1 && ranking[1]?.slower == 0)
    }
}
