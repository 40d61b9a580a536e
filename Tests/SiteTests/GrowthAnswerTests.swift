import Reels
import Scoring
import Site
import System
import Testing

/// What a reel gained between two sightings, asked of the API. All were published 10 hours before noon and seen last at noon,
/// unless the row says otherwise.
struct GrowthAnswerTests {
    /// Counts at so many hours before noon.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let platform: Platform
        let seen: [(hoursAgo: Double, views: Int64)]
        /// Movement, hours, views gained, views an hour, at least, at most, acceleration, whether it is re-accelerating.
        let expected: String
        var hoursOld = 10.0
    }

    @Test(
        "gain, what rounding leaves possible, and acceleration",
        arguments: [
            Case(
                testDescription: "1.2 M to 1.3 M in 6 hours may be rounding: at most 200,000 / 6", platform: .tiktok,
                seen: [(6, 1_200_000), (0, 1_300_000)],
                expected: #""below_resolution" 6 100000 null null 33333.33 null false"#),
            // Of 400,000 in 24 hours 50,050 may be rounding. Lifetime 1,300,000 / 48 = 27,083.33 an hour.
            Case(
                testDescription: "from 900,000 a day earlier it is known", platform: .tiktok,
                seen: [(24, 900_000), (6, 1_200_000), (0, 1_300_000)],
                expected: #""rising" 24 400000 16666.67 14581.25 18752.08 0.6154 false"#, hoursOld: 48),
            Case(
                testDescription: "150 an hour against 100 is re-accelerating", platform: .youtube,
                seen: [(6, 100), (0, 1_000)], expected: #""rising" 6 900 150 150 150 1.5 true"#),
            Case(
                testDescription: "below one and a half times it is not", platform: .youtube,
                seen: [(6, 106), (0, 1_000)], expected: #""rising" 6 894 149 149 149 1.49 false"#),
            Case(
                testDescription: "equal exact counts are a true 0", platform: .instagram, seen: [(3, 777), (0, 777)],
                expected: #""unchanged" 3 0 0 0 0 0 false"#),
            Case(
                testDescription: "a count that fell has no velocity", platform: .youtube, seen: [(4, 778), (0, 777)],
                expected: #""fell" 4 -1 null null null null false"#),
            Case(
                testDescription: "nobody has viewed it", platform: .youtube, seen: [(4, 0), (0, 0)],
                expected: #""unchanged" 4 0 0 0 0 null false"#),
            Case(
                testDescription: "sightings within three hours tell nothing", platform: .youtube,
                seen: [(2.9, 1), (0, 9)], expected: "null null null null null null null null"),
            Case(
                testDescription: "one sighting tells nothing", platform: .tiktok, seen: [(0, 9)],
                expected: "null null null null null null null null"),
        ])
    func growth(_ row: Case) {
        let world = World()
        world.shelf.put(
            row.seen.map { hoursAgo, views in
                .seen("r", row.platform, hoursOld: row.hoursOld, atAge: row.hoursOld - hoursAgo, views: views)
            })
        let reel = world.ask("/reels/performance").reels["r"]
        #expect(
            reel?.values(
                "interval_movement", "interval_hours", "interval_views_gained", "interval_views_per_hour",
                "interval_views_per_hour_at_least", "interval_views_per_hour_at_most", "acceleration",
                "is_reaccelerating") == row.expected)
        #expect(reel?["sightings"] == String(row.seen.count))
    }

    @Test(
        "what was not seen within a day is not fresh, and re-accelerates no longer",
        arguments: [
            ("2026-05-02T12:00:00Z", "24 true 1.5 true"), ("2026-05-02T12:00:36Z", "24.01 false 1.5 false"),
        ])
    func freshness(asOf: String, expected: String) {
        let world = World()
        world.clock.withLock { $0 = noon.advanced(byMicroseconds: 2 * Microseconds.day) }
        world.shelf.put([6, 0].map { .seen("r", hoursOld: 10, atAge: 10 - $0, views: $0 == 0 ? 1_000 : 100) })
        let reel = world.ask("/reels/performance?as_of=\(asOf)").reels["r"]
        #expect(reel?.values("seen_hours_ago", "is_fresh", "acceleration", "is_reaccelerating") == expected)
    }

    @Test("256 sightings are told as 255")
    func manySightings() {
        let world = World()
        world.shelf.put((0..<256).map { .seen("r", hoursOld: 10, atAge: 9 + Double($0) / 256, views: 5) })
        #expect(world.ask("/reels/performance").reels["r"]?["sightings"] == "255")
    }
}
