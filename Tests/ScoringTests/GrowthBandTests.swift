import Reels
import Sample
import Scoring
import Testing

struct GrowthBandTests {
    private static let now = Instant(seconds: 1_777_636_800)
    private static let plays = Stratum(viewsSource: .playCount)

    private static func ago(hours: Double) -> Instant {
        now.advanced(byMicroseconds: -Int64(hours * Double(Microseconds.hour)))
    }

    /// A sighting of a reel published so many hours ago, at an age in hours.
    private static func seen(
        _ hoursAgo: Double, age: Double, views: Int64, stratum: Stratum? = plays, isExact: Bool = true
    ) -> PublishedSighting {
        PublishedSighting(
            Sighting(scrapedAt: ago(hours: hoursAgo - age), views: views, stratum: stratum),
            publishTime: ago(hours: hoursAgo), isExact: isExact)
    }

    private static func history(_ reels: [[PublishedSighting]]) -> SightingHistory {
        var history = SightingHistory(platform: .tiktok)
        for (number, sightings) in reels.enumerated() {
            for sighting in sightings { history.add(sighting) { $0.append(contentsOf: "r\(number)".utf8) } }
        }
        history.settle()
        return history
    }

    private static func band(_ reels: [[PublishedSighting]], window: Window = .week) -> GrowthBand {
        GrowthBand(of: history(reels), window: window, stratum: plays, asOf: now)
    }

    @Test("the quartiles of eight reels seen at ten hours, worked by hand")
    func byHand() throws {
        let reels = (1...8).map { [Self.seen(20, age: 10, views: $0 * 100)] }
        let band = Self.band(reels)
        // The grid has 7.11, 8.88, 11.10 and 13.88 hours about there: those from 8 to 12.5 count.
        #expect(band.points.count == 2)
        let point = try #require(band.points.first)
        #expect(point.firstQuartile == 275 && point.median == 450 && point.thirdQuartile == 625 && point.reels == 8)
        #expect(band.points.allSatisfy { (8.0...12.5).contains(Double($0.age) / Double(Microseconds.hour)) })
    }

    @Test(
        "fewer than eight reels tell nothing, and these take no part",
        arguments: [
            seen(200, age: 10, views: 1), seen(20, age: 10, views: 1, isExact: false),
            seen(20, age: 10, views: 1, stratum: nil), seen(20, age: 21, views: 1), seen(20, age: -1, views: 1),
            seen(20, age: 10, views: 1, stratum: Stratum(viewsSource: .viewCount)),
            seen(20, age: 10, views: 1, stratum: Stratum(surface: 1, viewsSource: .playCount)),
        ])
    func noPart(sighting: PublishedSighting) {
        let seven = (1...7).map { [Self.seen(20, age: 10, views: $0 * 100)] }
        #expect(Self.band(seven).points.isEmpty)
        #expect(Self.band(seven + [[sighting]]).points.isEmpty)
        #expect(!Self.band(seven + [[Self.seen(20, age: 10, views: 1)]]).points.isEmpty)
    }

    @Test("it is what a naive reference says", arguments: 0..<12)
    func naive(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let reels = (0..<Int.random(in: 150...400, using: &random)).map { _ in Self.randomReel(&random) }
        for window in Window.allCases {
            let band = Self.band(reels, window: window)
            #expect(band.points.map(Told.init) == Self.naive(reels, window: window, ages: Self.grid(upTo: window)))
            if window == .quarter { #expect(!band.points.isEmpty) }
        }
    }

    @Test("sorted, equal and repeating numbers have their quartiles too", arguments: [8, 17, 1_000, 5_003])
    func selections(count: Int) {
        for views in [{ $0 }, { -$0 + 9_999 }, { _ in 7 }, { $0 % 3 }, { $0 * 7_919 % 1_009 }] as [(Int) -> Int] {
            let reels = (0..<count).map { [Self.seen(20, age: 10, views: Int64(views($0)))] }
            let naive = Self.naive(reels, window: .week, ages: Self.grid(upTo: .week))
            #expect(Self.band(reels).points.map(Told.init) == naive)
        }
    }

    private static func randomReel(_ random: inout SplitMix64) -> [PublishedSighting] {
        let hoursAgo = Double.random(in: 0...2_400, using: &random) * Double.random(in: 0...1, using: &random)
        let isExact = Int.random(in: 0..<10, using: &random) > 0
        return (0..<Int.random(in: 1...7, using: &random)).map { _ in
            let strata: [Stratum?] = [plays, plays, plays, nil, Stratum(viewsSource: .viewCount)]
            return seen(
                hoursAgo, age: hoursAgo * Double.random(in: -0.1...1.1, using: &random),
                views: Int64.random(in: 0...1_000_000, using: &random) / 1_000,
                stratum: strata[Int.random(in: 0..<5, using: &random)], isExact: isExact)
        }
    }

    /// Each 1.25 times the one before, from a quarter of an hour on.
    private static func grid(upTo window: Window) -> [Int64] {
        var ages = [15 * Microseconds.minute]
        while ages[ages.count - 1] < window.microseconds { ages.append(ages[ages.count - 1] * 5 / 4) }
        return ages
    }

    private static func naive(_ reels: [[PublishedSighting]], window: Window, ages: [Int64]) -> [Told] {
        ages.compactMap { age in
            let views = reels.compactMap { reel in nearest(reel, to: age, window: window) }.sorted()
            guard views.count >= 8 else { return nil }
            let quartiles = [0.25, 0.5, 0.75].compactMap { Formulas.quantile($0, ofSorted: views) }
            return Told(age: age, quartiles: quartiles, reels: views.count)
        }
    }

    private static func nearest(_ reel: [PublishedSighting], to age: Int64, window: Window) -> Int64? {
        let publishTime = reel[0].publishTime
        guard reel[0].publishTimeIsExact, publishTime <= now, reel.contains(where: { $0.sighting.scrapedAt <= now }),
            now.microseconds(since: publishTime) <= window.microseconds
        else { return nil }
        var best: (distance: Double, age: Int64, views: Int64)?
        for seen in reel.sorted(by: { $0.sighting.scrapedAt < $1.sighting.scrapedAt }) {
            let reached = seen.sighting.scrapedAt.microseconds(since: publishTime)
            guard seen.sighting.stratum == plays, seen.sighting.scrapedAt <= now, reached > 0,
                4 * reached <= 5 * age, 4 * age <= 5 * reached
            else { continue }
            let ratio = max(Double(reached) / Double(age), Double(age) / Double(reached))
            if best.map({ ratio < $0.distance }) ?? true { best = (ratio, reached, seen.sighting.views) }
        }
        return best?.views
    }

    private struct Told: Equatable {
        let age: Int64
        let quartiles: [Double]
        let reels: Int

        init(age: Int64, quartiles: [Double], reels: Int) {
            self.age = age
            self.quartiles = quartiles
            self.reels = reels
        }

        init(_ point: GrowthBand.Point) {
            self.init(
                age: point.age, quartiles: [point.firstQuartile, point.median, point.thirdQuartile], reels: point.reels)
        }
    }
}
