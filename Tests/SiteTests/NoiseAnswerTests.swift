import Reels
import Scoring
import Site
import Testing

/// How far numbers may lie from what was counted, and what a reel is to its creator, asked of the API.
struct NoiseAnswerTests {
    private let world = World()

    @Test(
        "engagement's counting noise; on TikTok what rounding leaves possible widens it",
        arguments: [
            (Platform.youtube, Int64?(5), Int64(10), "0.5 0.2136 1.1706"),
            (.youtube, 5_000, 100_000, "0.05 0.0486 0.0514"), (.youtube, 1_464, 490, "2.9878 2.8386 3.1448"),
            (.youtube, 0, 9, "0 0 0.4268"), (.tiktok, 20_000, 1_200_000, "0.0167 0.0157 0.0177"),
            (.youtube, nil, 10, "null null null"), (.youtube, 5, 0, "0 null null"),
        ])
    func engagement(platform: Platform, likes: Int64?, views: Int64, expected: String) {
        world.shelf.put([.seen("r", platform, hoursOld: 5, atAge: 5, views: views, likes: likes)])
        let reel = world.ask("/reels/performance").reels["r"]
        #expect(reel?.values("engagement_rate", "engagement_at_least", "engagement_at_most") == expected)
    }

    @Test(
        "with hidden likes the score has a range, and the fast are a list of their own in a cohort that is large enough"
    )
    func hiddenLikes() {
        // Of 21 reels the hidden one is faster than 18 and has more views than all: 0.40 * 90 + 0.15 * 100 = 51.
        let others = (0..<20).map { number in
            Observation.seen(
                "r\(number)", hoursOld: number < 18 ? 10 : 0.1, atAge: number < 18 ? 10 : 0.1, views: 500, likes: 5)
        }
        world.shelf.put(others + [.seen("hidden", hoursOld: 10, atAge: 10, views: 600)])
        let names =
            "performance_score score_at_least score_at_most is_fast_with_hidden_likes is_breakout breakout_state"
        func told(_ id: String) -> String? {
            let reel = world.ask("/reels/performance").reels[id]
            return names.split(separator: " ").map { reel?[String($0)] ?? "-" }.joined(separator: " ")
        }
        #expect(told("hidden") == "null 51 96 true null null")
        #expect(told("r0")?.hasSuffix("null null false false null") == true)
        world.shelf.put(others.suffix(18) + [.seen("hidden", hoursOld: 1, atAge: 1, views: 60_000)])
        #expect(told("hidden") == "null 55 100 false null null")
    }

    /// The creator's other reels have 100, 200 and 400 views, all published before the week.
    @Test(
        "a creator's multiplier over the median of 90 days, and its class",
        arguments: [
            (Int64(399), "1.995 null"), (400, "2 2"), (999, "4.995 2"), (2_500, "12.5 10"), (20_000, "100 100"),
        ])
    func creator(views: Int64, expected: String) {
        func reel(_ id: String, days: Double, views: Int64) -> Observation {
            .sample(id, hoursOld: days * 24, views: views, creator: "kiln")
        }
        let others = [reel("a", days: 8, views: 100), reel("b", days: 60, views: 400), reel("c", days: 89, views: 200)]
        func told() -> String? {
            world.ask("/reels/performance").reels["r"]?.values("creator_multiplier", "creator_multiplier_class")
        }
        world.shelf.put(others + [reel("r", days: 1, views: views)])
        #expect(told() == expected)
        world.shelf.put(others.dropLast() + [reel("r", days: 1, views: views), reel("old", days: 91, views: 200)])
        #expect(told() == "null null")
    }

    @Test("coverage of a cohort: fresh, seen twice, shares known")
    func coverage() throws {
        let yesterday = noon.advanced(byMicroseconds: -25 * Microseconds.hour)
        world.shelf.put([
            .sample("a", hoursOld: 50, views: 1, scrapedAt: yesterday), .sample("a", hoursOld: 50, views: 2, shares: 1),
            .sample("b", hoursOld: 50, views: 1, shares: 1, scrapedAt: yesterday),
            .sample("c", hoursOld: 5, views: 1, saves: 1),
            .sample("d", hoursOld: 5, views: 1),
        ])
        let response = world.ask("/reels/performance?platform=tiktok")
        let cohort = try #require(response.cohorts.first)
        #expect(
            cohort.values(
                "size", "fresh_percentage", "seen_twice_percentage", "shares_known_percentage", "shares_move_ranks",
                "previous_as_of") == #"4 75 25 50 true "2026-04-30T11:00:00Z""#)
        #expect(
            response.reels.mapValues { $0["shares_known"] } == ["a": "true", "b": "true", "c": "false", "d": "false"])
    }
}
