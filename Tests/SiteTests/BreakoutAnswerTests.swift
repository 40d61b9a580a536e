import Reels
import Scoring
import Site
import Testing

/// The states of a breakout, and what follows from them, asked of the API.
struct BreakoutAnswerTests {
    private let world = World()

    init() {
        world.shelf.put(Observation.breakouts)
    }

    @Test(
        "confirmed, candidate, unseen, and none outside the quadrant or with hidden likes",
        arguments: [
            ("confirmed", #"true true "confirmed" 100 91.24 40"#), ("candidate", #"true true "candidate" null null 0"#),
            ("unseen", #"true false "unseen" null null 0"#), ("hidden", "null true null null null 1"),
            ("slow39", "false false null 100 91.03 39"),
        ])
    func states(id: String, expected: String) {
        let reel = world.ask("/reels/performance").reels[id]
        #expect(
            reel?.values(
                "is_breakout", "is_fresh", "breakout_state", "equal_age_percentile", "equal_age_percentile_at_least",
                "equal_age_peers") == expected)
    }

    @Test("places are counted from 1 in the platform's own cohort, beside those of the run before")
    func ranks() {
        let reels = world.ask("/reels/performance").reels
        let places = ["candidate", "confirmed", "unseen", "hidden"].map { reels[$0]?.values("rank", "previous_rank") }
        #expect(places == ["1 null", "2 2", "3 1", "44 null"])
    }

    @Test("what changed since the run before, each with its reason")
    func changes() throws {
        let cohort = try #require(world.ask("/reels/performance").cohorts.first)
        #expect(cohort["previous_as_of"] == #""2026-05-01T02:00:00Z""#)
        #expect(
            cohort["changes"] == """
                [{"kind":"new_breakout","reel_id":"candidate","reason":"Faster than 100 % of its cohort and more \
                engaging than 95.24 %, seen 0 hours ago."},\
                {"kind":"new_breakout","reel_id":"confirmed","reason":"Faster than 95.35 % of its cohort and more \
                engaging than 95.24 %, faster than 100 % of 40 reels at its age (91.24 to 100), seen 0 hours ago."},\
                {"kind":"gone_quiet","reel_id":"unseen","reason":"Not seen for 30 hours."}]
                """)
    }

    @Test("a past tells what had changed by then; a first run has nothing to compare with")
    func pastChanges() throws {
        let cohort = try #require(
            world.ask("/reels/performance?platform=youtube&as_of=2026-04-30T06:00:00Z").cohorts.first)
        #expect(cohort.values("size", "previous_as_of", "changes") == "41 null []")
    }

    @Test("CSV, JSON lines and JSON say the same of every field")
    func formats() {
        let lines = world.ask("/reels/performance?format=ndjson").text.split(separator: "\n")
        let items = Written(Written(world.ask("/reels/performance").text)["items"] ?? "").elements
        let rows = world.ask("/reels/performance?format=csv").text.split(separator: "\r\n")
        let names = items[0].names
        #expect(lines.count == 44 && items.count == 44 && rows.count == 45)
        #expect(rows[0] == names.joined(separator: ","))
        for (index, item) in items.enumerated() {
            #expect(Written(lines[index]).names == names)
            let values = names.map { item[$0] ?? "-" }
            #expect(names.map { Written(lines[index])[$0] } == values)
            let cells = rows[index + 1].split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
            #expect(cells == values.map { $0 == "null" ? "" : $0.filter { $0 != "\"" } })
        }
    }
}

struct FiniteAnswerTests {
    @Test("no number is anything but finite, whatever was counted", arguments: Platform.allCases)
    func finite(platform: Platform) {
        let world = World()
        let counts: [Int64] = [0, 1, 9_999, 10_000, 1_000_000, .max]
        let reels = counts.enumerated().flatMap { index, views in
            counts.flatMap { likes in
                [0.0, 2, 5].map { hoursAgo in
                    Observation.sample(
                        "\(index)-\(likes)", platform, hoursOld: 5, views: hoursAgo == 0 ? views : likes,
                        likes: index == 3 ? nil : likes, comments: likes, shares: index == 1 ? views : nil,
                        creator: "c\(index % 3)",
                        scrapedAt: noon.advanced(byMicroseconds: -Int64(hoursAgo) * Microseconds.hour))
                }
            }
        }
        world.shelf.put(reels)
        let items = Written(Written(world.ask("/reels/performance").text)["items"] ?? "").elements
        #expect(items.count == 36)
        for item in items {
            for name in item.names {
                guard let value = item[name], !value.hasPrefix("\""), !["true", "false", "null"].contains(value) else {
                    continue
                }
                #expect(Double(value)?.isFinite == true, "\(name): \(value)")
            }
        }
    }
}
