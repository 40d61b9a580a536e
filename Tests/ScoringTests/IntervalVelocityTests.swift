import Reels
import Scoring
import Testing

struct IntervalVelocityTests {
    private static let now = Instant(seconds: 1_750_000_000)

    /// Counts seen so many hours before now, oldest first.
    private static func sightings(
        _ seen: [(hoursAgo: Double, views: Int64)], source: ViewsSource = .playCount
    ) -> [Sighting] {
        seen.map { hoursAgo, views in
            Sighting(
                scrapedAt: now.advanced(byMicroseconds: -Int64(hoursAgo * 3.6e9)), views: views,
                stratum: Stratum(viewsSource: source))
        }
    }

    @Test(
        "the half-width of a count that TikTok shows",
        arguments: [
            (Int64(9_900), Int64(0)), (10_000, 50), (12_300, 50), (12_345, 0), (999_900, 50), (1_000_000, 50_000),
            (1_250_000, 50), (1_300_000, 50_000), (1_234_567, 0), (0, 0),
        ])
    func halfWidth(count: Int64, expected: Int64) {
        #expect(CountRounding.halfWidth(of: count, on: .tiktok) == expected)
        #expect(CountRounding.halfWidth(of: count, on: .instagram) == 0)
        #expect(CountRounding.halfWidth(of: count, on: .youtube) == 0)
    }

    @Test("1.2 M to 1.3 M in 6 hours is below resolution, at most 33,333 an hour")
    func belowResolution() throws {
        let velocity = try #require(
            IntervalVelocity(of: Self.sightings([(6, 1_200_000), (0, 1_300_000)]), on: .tiktok))
        #expect(velocity.movement == .belowResolution && velocity.gain == 100_000 && velocity.resolution == 100_000)
        #expect(velocity.viewsPerHour == nil && velocity.bounds == nil)
        #expect(velocity.mostViewsPerHour.map { $0.rounded() } == 33_333)
        #expect(velocity.acceleration(publishTime: Self.now) == nil)
    }

    @Test("from 900,000 a day earlier it is 16,667 an hour, between 14,581 and 18,752")
    func steppingBack() throws {
        let seen = Self.sightings([(24, 900_000), (6, 1_200_000), (0, 1_300_000)])
        let velocity = try #require(IntervalVelocity(of: seen, on: .tiktok))
        #expect(velocity.movement == .rising)
        #expect(velocity.viewsPerHour.map { $0.rounded() } == 16_667)
        let bounds = try #require(velocity.bounds)
        #expect(bounds.lowerBound.rounded() == 14_581 && bounds.upperBound.rounded() == 18_752)
        #expect(velocity.mostViewsPerHour == bounds.upperBound)
    }

    @Test(
        "steps back to 72 hours, not beyond; the first earlier sighting may be older",
        arguments: [(72.0, 72.0), (72.1, 6)])
    func stepLimit(oldest: Double, measuredOver: Double) throws {
        let seen = Self.sightings([(oldest, 900_000), (6, 1_200_000), (0, 1_300_000)])
        let velocity = try #require(IntervalVelocity(of: seen, on: .tiktok))
        #expect(Double(velocity.microseconds) == measuredOver * 3.6e9)
        let alone = try #require(IntervalVelocity(of: Self.sightings([(240, 10), (0, 20)]), on: .tiktok))
        #expect(alone.viewsPerHour == 10.0 / 240)
    }

    @Test("where rounding hides every gain, the bound over the longest time stands")
    func hidden() throws {
        let seen = Self.sightings([(48, 1_200_000), (6, 1_200_000), (0, 1_300_000)])
        let velocity = try #require(IntervalVelocity(of: seen, on: .tiktok))
        #expect(velocity.movement == .belowResolution && velocity.mostViewsPerHour == 200_000.0 / 48)
    }

    @Test(
        "measured from the latest earlier sighting at least three hours before",
        arguments: [(3.0, 100.0), (2.999, 10)])
    func shortest(hoursAgo: Double, perHour: Double) throws {
        let seen = Self.sightings([(40, 100), (hoursAgo, 200), (0, 500)], source: .viewCount)
        let velocity = try #require(IntervalVelocity(of: seen, on: .youtube))
        #expect(velocity.viewsPerHour == perHour)
    }

    @Test("counts from other fields, and a single sighting, give nothing to measure from")
    func nothing() {
        let other = Self.sightings([(9, 100)], source: .igPlayCount)
        let newest = Self.sightings([(0, 500)], source: .videoPlayCount)
        #expect(IntervalVelocity(of: other + newest, on: .instagram) == nil)
        #expect(IntervalVelocity(of: newest, on: .instagram) == nil)
        #expect(IntervalVelocity(of: [], on: .instagram) == nil)
    }

    @Test("equal exact counts are a true 0, a loss beyond rounding is none", arguments: Platform.allCases)
    func stillAndFalling(platform: Platform) throws {
        let still = try #require(IntervalVelocity(of: Self.sightings([(6, 777), (0, 777)]), on: platform))
        #expect(still.movement == .unchanged && still.viewsPerHour == 0 && still.mostViewsPerHour == 0)
        #expect(still.acceleration(publishTime: Self.now.advanced(byMicroseconds: -Microseconds.day)) == 0)
        let fell = try #require(IntervalVelocity(of: Self.sightings([(6, 778), (0, 777)]), on: platform))
        #expect(fell.movement == .fell && fell.viewsPerHour == nil && fell.mostViewsPerHour == nil)
    }

    @Test(
        "a loss that rounding can explain is below resolution on TikTok",
        arguments: [(Int64(10_100), true), (10_200, false)])
    func smallLoss(before: Int64, explained: Bool) throws {
        let velocity = try #require(IntervalVelocity(of: Self.sightings([(6, before), (0, 10_000)]), on: .tiktok))
        #expect(velocity.movement == (explained ? .belowResolution : .fell))
        if explained { #expect(velocity.mostViewsPerHour == 0) }
    }

    @Test(
        "re-accelerating from one and a half times the lifetime velocity on, if fresh",
        arguments: [(Int64(900), 1.5, true), (899, 1.498_333, false)])
    func acceleration(gain: Int64, expected: Double, isReaccelerating: Bool) throws {
        // 10 hours old with 1,000 or so views: 100 an hour. The gain is over 6 hours.
        let seen = Self.sightings([(6, 1_000 - gain), (0, 1_000)], source: .viewCount)
        let velocity = try #require(IntervalVelocity(of: seen, on: .youtube))
        let published = Self.now.advanced(byMicroseconds: -10 * Microseconds.hour)
        let acceleration = try #require(velocity.acceleration(publishTime: published))
        #expect(abs(acceleration - expected) < 1e-6)
        #expect(velocity.isReaccelerating(publishTime: published, asOf: Self.now) == isReaccelerating)
        let later = Self.now.advanced(byMicroseconds: Microseconds.day)
        #expect(velocity.isReaccelerating(publishTime: published, asOf: later) == isReaccelerating)
        #expect(!velocity.isReaccelerating(publishTime: published, asOf: later.advanced(byMicroseconds: 1)))
    }

    @Test("the largest counts give finite numbers")
    func largest() throws {
        let velocity = try #require(
            IntervalVelocity(of: Self.sightings([(3, 0), (0, .max)], source: .viewCount), on: .youtube))
        let acceleration = try #require(velocity.acceleration(publishTime: .earliest))
        #expect(velocity.mostViewsPerHour?.isFinite == true && acceleration.isFinite)
        let unseen = try #require(IntervalVelocity(of: Self.sightings([(3, 0), (0, 0)]), on: .tiktok))
        #expect(unseen.viewsPerHour == 0 && unseen.acceleration(publishTime: Self.now) == nil)
    }
}
