import ApifyStandIn
import Ingest
import Postgres
import Reels
import TestDatabase
import Testing

struct RepeatedReelTests {
    /// A sighting; its caption tells it from another of the same reel.
    private static func sighting(_ reel: Int, views: Int64, _ ordinal: Int) -> String {
        Fixture.item("r\(reel)", views: views, caption: "\(ordinal)")
    }

    private func captions(_ world: World) throws -> [String] {
        try world.lines(
            """
            SELECT reel_id || ' ' || views || ' ' || caption_text FROM \(unescaped: world.test.name).reels_raw_events
            ORDER BY reel_id, scraped_at
            """)
    }

    @Test("of a reel that comes several times in a page the higher view count, then the first, is the observation")
    func insidePage() throws {
        let views: [Int64] = [10, 30, 30, 20]
        let items = views.enumerated().map { Self.sighting(1, views: $1, $0) }
        try World.with(RunScript(DatasetItems(items))) { world in
            #expect(world.run().report?.run.counts == ItemCounts(observed: 1, duplicate: 3))
            #expect(try world.outcomes() == ["duplicate", "observed", "duplicate", "duplicate"])
            #expect(try captions(world) == ["r1 30 1"])
            try world.expectBalance()
        }
    }

    @Test(
        "ids repeated inside and across pages, at random: one observation a reel, and each item has one fate",
        arguments: 1...3)
    func random(seed: Int) throws {
        var lot = UInt64(seed)
        func draw(_ below: UInt64) -> Int {
            lot = lot &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((lot >> 33) % below)
        }
        let sightings = (0..<700).map { (reel: draw(90), views: Int64(draw(8)), ordinal: $0) }
        var winners: [Int: (reel: Int, views: Int64, ordinal: Int)] = [:]
        for sighting in sightings where (winners[sighting.reel]?.views ?? -1) < sighting.views {
            winners[sighting.reel] = sighting
        }
        let items = sightings.map { Self.sighting($0.reel, views: $0.views, $0.ordinal) }
        try World.with(RunScript(DatasetItems(items))) { world in
            let counts = ItemCounts(observed: Int64(winners.count), duplicate: Int64(700 - winners.count))
            #expect(world.run().report?.run.counts == counts && world.offsetsAsked.count == 3)
            let expected = winners.values.map { winner in "r\(winner.reel) \(winner.views) \(winner.ordinal)" }
            #expect(try captions(world).sorted() == expected.sorted())
            let isWinner = Set(winners.values.map(\.ordinal))
            let fates = sightings.map { isWinner.contains($0.ordinal) ? "observed" : "duplicate" }
            #expect(try world.outcomes() == fates)
            try world.expectBalance()
        }
    }

    @Test("items out of order are kept in their own, and give the same observations")
    func outOfOrder() throws {
        let inOrder = (0..<300).map { Fixture.item("r\(1_000 + $0)", views: Int64($0)) }
        let shuffled = (0..<300).map { inOrder[$0 * 77 % 300] }
        var seen: [[String]] = []
        for items in [inOrder, shuffled] {
            try World.with(RunScript(DatasetItems(items))) { world in
                world.run()
                seen.append(try world.observations())
                let kept = try world.lines(
                    """
                    SELECT convert_from(item, 'UTF8') FROM \(unescaped: world.test.name).ingestion_items
                    ORDER BY ordinal
                    """)
                #expect(kept == items)
                try world.expectBalance()
            }
        }
        #expect(Set(shuffled) == Set(inOrder) && seen[0] == seen[1] && seen[0].count == 300)
    }

    @Test("a reel seen by two runs at one time is observed by the first; one seen earlier replaces no newer state")
    func acrossRuns() throws {
        try World.with(reels: 0) { world in
            let ends = [
                "2026-06-12T00:00:00.000Z", "2026-06-12T00:00:00.000Z", "2026-06-11T00:00:00.000Z",
                "2026-06-13T00:00:00.000Z",
            ]
            world.apify.host(World.actor) { ordinal in
                var script = RunScript(DatasetItems([Self.sighting(1, views: Int64(ordinal * 10), ordinal)]))
                script.finishedAt = ends[ordinal - 1]
                return script
            }
            let latest: Query = "SELECT views::text FROM \(unescaped: world.test.name).reels_latest_state"
            var (counts, states): ([ItemCounts?], [String]) = ([], [])
            for _ in ends {
                counts.append(world.run().report?.run.counts)
                states += try world.lines(latest)
            }
            let (observed, duplicate) = (ItemCounts(observed: 1), ItemCounts(duplicate: 1))
            #expect(counts == [observed, duplicate, observed, observed])
            #expect(states == ["10", "10", "10", "40"])
            #expect(try captions(world) == ["r1 30 3", "r1 10 1", "r1 40 4"])
            try world.expectBalance()
        }
    }
}
