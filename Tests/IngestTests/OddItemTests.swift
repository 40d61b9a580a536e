import ApifyStandIn
import Ingest
import Postgres
import Reels
import System
import TestDatabase
import Testing

struct OddItemTests {
    /// An item between two ordinary ones.
    struct Oddity: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let item: [UInt8]
        let outcome: String
        /// Views, likes and caption of the observation, where there is one.
        var observation: String?

        init(_ description: String, _ item: [UInt8], _ outcome: String, _ observation: String? = nil) {
            testDescription = description
            self.item = item
            self.outcome = outcome
            self.observation = observation
        }

        init(_ description: String, _ item: String, _ outcome: String, _ observation: String? = nil) {
            self.init(description, Array(item.utf8), outcome, observation)
        }
    }

    private static func reel(views: String = "12", likes: String = "1", caption: String = "made up", rest: String = "")
        -> String
    {
        """
        {"id":"odd","type":"Video","shortCode":"Odd","timestamp":"2026-06-10T08:00:00.000Z","videoPlayCount":\(views),\
        "likesCount":\(likes),"commentsCount":0,"caption":"\(caption)"\(rest)}
        """
    }

    private static func reel(caption: [UInt8]) -> [UInt8] {
        let parts = reel(caption: "HERE").split(separator: "HERE").map { Array($0.utf8) }
        return parts[0] + caption + parts[1]
    }

    private static func reel(length: Int) -> String {
        reel(caption: String(repeating: "x", count: length - reel(caption: "").utf8.count))
    }

    static let oddities = [
        Oddity("lone surrogate", reel(caption: #"half \ud83d"#), "bad_json"),
        Oddity("NUL, escaped", reel(caption: #"a\u0000b"#), "observed", "12 1 ab"),
        Oddity("NUL, as a byte", reel(caption: [97, 0, 98]), "bad_json"),
        Oddity("a byte that is no UTF-8", reel(caption: [97, 0xFF, 98]), "bad_json"),
        Oddity("NaN", reel(views: "NaN"), "bad_json"),
        Oddity("infinity", reel(likes: "-Infinity"), "bad_json"),
        Oddity("a number beyond all doubles", reel(views: "1e999"), "bad_count"),
        Oddity("numbers as strings", reel(views: #""1200""#, likes: #""7""#), "observed", "1200 7 made up"),
        Oddity("hidden likes", reel(likes: "-1"), "observed", "12 null made up"),
        Oddity("negative views", reel(views: "-12"), "bad_count"),
        Oddity("views that are no whole number", reel(views: "1.5"), "bad_count"),
        Oddity("views that 64 bits do not hold", reel(views: "9223372036854775808"), "bad_count"),
        Oddity(
            "the most views that 64 bits hold", reel(views: "9223372036854775807"), "observed",
            "9223372036854775807 1 made up"),
        Oddity("a key twice", reel(rest: #","id":"other""#), "bad_json"),
        Oddity("a line that is an array", "[" + reel() + "]", "not_an_object"),
        Oddity("a line that is a string", #""odd""#, "not_an_object"),
        Oddity("a line that breaks off", String(reel().dropLast(9)), "bad_json"),
        Oddity("nested without measure", String(repeating: #"{"a":["#, count: 9_000), "bad_json"),
        Oddity("an actor's complaint", #"{"error":"no_items","url":"https://www.instagram.com/x/"}"#, "no_items"),
        Oddity("a reel with a complaint", reel(rest: #","error":"partial_data""#), "observed", "12 1 made up"),
    ]

    @Test("an odd item costs no other one, and is kept as it came", arguments: oddities)
    func odd(oddity: Oddity) throws {
        let (first, last) = (Fixture.item("a", views: 1), Fixture.item("z", views: 2))
        try World.with(RunScript(DatasetItems([Array(first.utf8), oddity.item, Array(last.utf8)]))) { world in
            let report = try #require(world.run().report)
            #expect(report.run.state == .succeeded && report.run.counts.received == 3)
            #expect(try world.outcomes() == ["observed", oddity.outcome, "observed"])
            let kept = try world.lines(
                "SELECT encode(item, 'hex') FROM \(unescaped: world.test.name).ingestion_items WHERE ordinal = 1")
            #expect(kept == [Hexadecimal.text(oddity.item)])
            let stored = try world.lines(
                """
                SELECT views || ' ' || coalesce(likes::text, 'null') || ' ' || caption_text
                FROM \(unescaped: world.test.name).reels_raw_events WHERE reel_id = 'odd'
                """)
            #expect(stored == (oddity.observation.map { [$0] } ?? []))
            #expect(world.count(.listItems) == 1)
            try world.expectBalance()
        }
    }

    @Test(
        "an item of 64 KiB is taken; of a longer one the head, the length and the digest are kept",
        arguments: [65_536, 65_537, 5_000_000])
    func long(length: Int) throws {
        let item = Self.reel(length: length)
        let lines = (0..<100).map { Fixture.item("\($0)", views: 1) } + [item]
        try World.with(RunScript(DatasetItems(lines))) { world in
            let isTaken = length <= 65_536
            #expect(
                try #require(world.run().report).run.counts
                    == ItemCounts(observed: isTaken ? 101 : 100, rejected: isTaken ? 0 : 1))
            let kept = try world.lines(
                """
                SELECT concat_ws(' ', coalesce(reason_code, outcome), item_length, octet_length(item),
                    encode(item_sha256, 'hex'))
                FROM \(unescaped: world.test.name).ingestion_items WHERE ordinal = 100
                """)
            let rejected = "too_large \(length) 4096 \(Hexadecimal.text(SHA256.digest(item.utf8)))"
            #expect(kept == [isTaken ? "observed \(length) \(length)" : rejected])
            try world.expectBalance()
        }
    }
}
