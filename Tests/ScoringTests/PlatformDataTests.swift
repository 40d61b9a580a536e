import Reels
import Scoring
import Testing

struct PlatformDataTests {
    private static let clock = Instant(seconds: 1_780_000_000)

    private static func hours(_ count: Int64) -> Int64 { count * Microseconds.hour }

    /// 40 reels seen at an age of 10 hours, 30 hours before the clock, and one seen then and at the clock.
    private static let data: PlatformData = {
        let then = clock.advanced(byMicroseconds: -hours(30))
        let slow = (Int64(0)..<40).map { reel("slow\($0)", seen: then, age: 10, views: 1_000 + $0, likes: 10) }
        let before = reel("fast", seen: then, age: 2, views: 10, likes: 0)
        let after = reel("fast", seen: clock, age: 32, views: 900_000, likes: 90_000)
        var history = SightingHistory(platform: .youtube)
        for reel in slow + [before, after] {
            let sighting = Sighting(
                scrapedAt: reel.scrapedAt, views: reel.views, stratum: Stratum(viewsSource: reel.viewsSource))
            history.add(PublishedSighting(sighting, publishTime: reel.publishTime)) {
                $0.append(contentsOf: reel.key.reelID.utf8)
            }
        }
        var (states, previous) = (
            ReelStates(platform: .youtube, asOf: clock, reels: history.reels),
            ReelStates(platform: .youtube, asOf: then, reels: history.reels)
        )
        for reel in slow + [after] { states.append(reel) }
        previous.append(before)
        return PlatformData(states: states, history: history, previous: previous)
    }()

    private static func reel(
        _ id: String, seen: Instant, age: Int64, views: Int64, likes: Int64
    ) -> Observation {
        Observation(
            key: ReelKey(reelID: id, platform: .youtube), scrapedAt: seen,
            publishTime: seen.advanced(byMicroseconds: -hours(age)), views: views, viewsSource: .viewCount, likes: likes
        )
    }

    @Test("a reel has its place, its growth and its state, and those before it as of the run before")
    func quantities() throws {
        let snapshot = PlatformSnapshot(Self.data)
        let week = try #require(snapshot.cohorts.first { $0.window == .week })
        let fast = week[0]
        #expect(fast.key.reelID == "fast" && fast.previousRank == 40 && week[1].previousRank != nil)
        #expect(fast.sightings == 2 && fast.interval?.hours == 30 && fast.interval?.gain == 899_990)
        #expect(fast.breakoutState == .candidate && fast.equalAge == EqualAgeVelocity(slower: 0, peers: 0))
        #expect(fast.isReaccelerating == false && week[1].interval == nil)
        #expect(snapshot.changes(window: .week).map(\.kind) == [.newBreakout])
    }

    @Test("asked about a later instant the same data is older, and still compares with the same run")
    func later() throws {
        let asked = try #require(Self.data.asked(asOf: Self.clock.advanced(byMicroseconds: Self.hours(25))))
        #expect(asked.previous?.asOf == Self.data.previous?.asOf)
        let snapshot = PlatformSnapshot(asked)
        let fast = try #require(snapshot.cohorts.last?[0])
        #expect(fast.cohort.asOf == asked.asOf && fast.hoursSincePublish == 57)
        #expect(fast.freshness.seenHoursAgo == 25 && fast.breakoutState == .unseen)
        #expect(snapshot.changes(window: .week).isEmpty)
    }

    @Test("an earlier instant cannot be answered from it, the same one can")
    func earlier() {
        #expect(Self.data.asked(asOf: Self.clock.advanced(byMicroseconds: -1)) == nil)
        #expect(Self.data.asked(asOf: Self.clock)?.asOf == Self.clock)
    }

    @Test("a platform that was never seen has empty cohorts and no changes", arguments: Window.allCases)
    func empty(window: Window) throws {
        let snapshot = PlatformSnapshot(.empty(.tiktok, asOf: Self.clock))
        let cohort = try #require(snapshot.cohorts.first { $0.window == window })
        #expect(cohort.count == 0 && cohort.coverage == Coverage())
        #expect(snapshot.changes(window: window).isEmpty)
    }
}
