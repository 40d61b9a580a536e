import Reels
import Scoring
import Testing

struct SightingHistoryTests {
    private static func sighting(_ second: Int64, _ views: Int64) -> Sighting {
        Sighting(
            scrapedAt: Instant(seconds: second), views: views, stratum: Stratum(surface: 3, viewsSource: .playCount))
    }

    @Test("gives a reel's sightings up to as-of, oldest first, in whatever order they came")
    func order() {
        var history = SightingHistory(platform: .tiktok)
        history.append(publishTime: Instant(seconds: 0), sightings: [Self.sighting(99, 9)])
        history.append(
            publishTime: nil, sightings: [Self.sighting(30, 3), Self.sighting(10, 1), Self.sighting(20, 2)])
        history.append(publishTime: Instant(seconds: 5), sightings: [Self.sighting(7, 70)])
        #expect(history.count == 3 && history.sightingCount == 5)
        #expect(history.sightings(of: 0, asOf: Instant(seconds: 98)).isEmpty)
        #expect(
            Array(history.sightings(of: 1, asOf: Instant(seconds: 29))) == [Self.sighting(10, 1), Self.sighting(20, 2)])
        #expect(history.sightings(of: 1, asOf: Instant(seconds: 30)).count == 3)
        #expect(history.sightings(of: 1, asOf: Instant(seconds: 9)).isEmpty)
        #expect(Array(history.sightings(of: 2, asOf: Instant(seconds: 7))) == [Self.sighting(7, 70)])
    }

    @Test("of two sightings of a reel at one time the first counts")
    func duplicate() {
        var history = SightingHistory(platform: .tiktok)
        history.append(
            publishTime: Instant(seconds: 0),
            sightings: [Self.sighting(10, 1), Self.sighting(20, 2), Self.sighting(10, 9)])
        #expect(history.sightings(of: 0, asOf: Instant(seconds: 99)).map(\.views) == [1, 2])
    }

    @Test("sightings from before a time do not count, whether they were read or not")
    func since() {
        var history = SightingHistory(platform: .tiktok)
        history.append(
            publishTime: Instant(seconds: 0),
            sightings: [Self.sighting(10, 1), Self.sighting(20, 2), Self.sighting(30, 3)])
        history.since = Instant(seconds: 20)
        #expect(history.sightings(of: 0, asOf: Instant(seconds: 29)).map(\.views) == [2])
        #expect(history.sightings(of: 0, asOf: Instant(seconds: 99)).map(\.views) == [2, 3])
        #expect(history.sightings(of: 0, asOf: Instant(seconds: 19)).isEmpty)
    }

    @Test("feeds interval velocities")
    func interval() throws {
        var history = SightingHistory(platform: .tiktok)
        history.append(publishTime: Instant(seconds: 0), sightings: [Self.sighting(0, 10), Self.sighting(36_000, 20)])
        let seen = history.sightings(of: 0, asOf: Instant(seconds: 40_000))
        #expect(try #require(IntervalVelocity(of: seen, on: history.platform)).viewsPerHour == 1)
    }
}
