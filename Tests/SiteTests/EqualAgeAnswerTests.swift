import Reels
import Scoring
import Site
import Testing

/// The example of docs/statistics.md, asked of the API. S is 3 hours old with 1,200 views: 400 an hour.
struct EqualAgeAnswerTests {
    private let world = World()

    /// Slower are A (360 an hour), C (100) and F (0); B (417) and E (700) are faster, G (400) is as fast. D was not seen in the
    /// band, H is too old.
    private static func example(copies: Int) -> [Observation] {
        let peers = (0..<copies).flatMap { copy in
            [
                Observation.seen("A\(copy)", hoursOld: 20, atAge: 2.5, views: 900),
                .seen("B\(copy)", hoursOld: 20, atAge: 3.6, views: 1_500),
                .seen("C\(copy)", hoursOld: 20, atAge: 3, views: 300),
                .seen("E\(copy)", hoursOld: 20, atAge: 3.7, views: 2_590),
                .seen("F\(copy)", hoursOld: 20, atAge: 2.4, views: 0),
                .seen("G\(copy)", hoursOld: 20, atAge: 2.45, views: 980),
            ]
        }
        return peers + [
            .seen("S", hoursOld: 20, atAge: 3, views: 1_200),
            .seen("D", hoursOld: 20, atAge: 2, views: 5), .seen("D", hoursOld: 20, atAge: 8, views: 9_000_000),
            .seen("H", hoursOld: 960, atAge: 3, views: 10),
        ]
    }

    private func told(_ id: String, window: String = "7d") -> String? {
        world.ask("/reels/performance?window=\(window)").reels[id]?.values(
            "equal_age_percentile", "equal_age_percentile_at_least", "equal_age_percentile_at_most", "equal_age_peers",
            "few_peers")
    }

    @Test("six peers are few: they are told of, and no percentile is")
    func fewPeers() {
        world.shelf.put(Self.example(copies: 1))
        #expect(told("S") == "null null null 6 true")
    }

    @Test("15 slower of 30 peers are 50, within Wilson's interval, in any window", arguments: ["7d", "30d", "90d"])
    func enoughPeers(window: String) {
        world.shelf.put(Self.example(copies: 5))
        #expect(told("S", window: window) == "50 33.15 66.85 30 false")
    }

    @Test("a reel that is not compared has none of it: too young, or of a publish day alone")
    func notCompared() {
        var undated = Observation.seen("undated", hoursOld: 20, atAge: 3, views: 1_200)
        undated.publishTimeIsExact = false
        world.shelf.put(Self.example(copies: 5) + [undated, .seen("young", hoursOld: 20, atAge: 0.9, views: 1)])
        #expect(told("undated") == "null null null null null")
        #expect(told("young") == "null null null null null")
        #expect(told("S") == "50 33.15 66.85 30 false")
    }
}
