import FoundationEssentials
import Reels
import Site
import Testing

/// Lists in other orders than the score's, and parts of the scatter.
struct SortingTests {
    private static let fields = [
        "performance_score", "breakout_state", "publish_time", "latest_scraped_at", "views", "interval_views_gained",
        "interval_views_per_hour", "views_per_hour", "equal_age_percentile", "engagement_rate", "engagement_at_least",
        "creator_multiplier", "rank_change",
    ]

    /// Two platforms, breakouts in every state, growth and a run before.
    private let world: World = {
        let world = World()
        world.shelf.put(Observation.kiln(120) + Observation.breakouts)
        return world
    }()

    /// The answers are rounded, so that equals cannot be told here; `RankedSortedTests` tells them.
    @Test("reels come in the order asked for, unknown last", arguments: fields, ["desc", "asc"])
    func sorted(field: String, order: String) throws {
        let keys = try world.items("sort=\(field)&order=\(order)").map { $0.key(field) }
        let known = keys.prefix { $0 != nil }.compactMap(\.self)
        #expect(keys.count == 164 && !known.isEmpty)
        #expect(keys.dropFirst(known.count).allSatisfy { $0 == nil })
        #expect(known == (order == "asc" ? known.sorted() : known.sorted(by: >)))
    }

    @Test func `pages of another order add up to it`() throws {
        let whole = try world.items("sort=views_per_hour&order=asc").map(\.reel_id)
        var (found, cursor): ([String], String?) = ([], nil)
        repeat {
            let more = cursor.map { "&cursor=" + $0 } ?? ""
            let answer = try world.list("sort=views_per_hour&order=asc&limit=50" + more)
            found += answer.items.map(\.reel_id)
            cursor = answer.next_cursor
        } while cursor != nil
        #expect(found == whole)
    }

    @Test func `a cursor of one order is none of another`() throws {
        let cursor = try #require(try world.list("sort=views&limit=5").next_cursor)
        #expect(world.ask("/reels/performance?window=90d&sort=views&limit=5&cursor=" + cursor).status == 200)
        #expect(world.ask("/reels/performance?window=90d&limit=5&cursor=" + cursor).status == 422)
        #expect(world.ask("/reels/performance?window=90d&sort=views&order=asc&limit=5&cursor=" + cursor).status == 422)
    }

    @Test("the cells of the scatter divide the reels that have a place", arguments: ["velocity", "pace"])
    func cells(across: String) throws {
        var inCells: [String] = []
        for column in 0..<40 {
            for row in 0..<40 {
                let items = try world.items("cell=\(across)-\(column)-\(row)")
                for item in items {
                    let x = try #require(across == "pace" ? item.equal_age_percentile : item.views_per_hour_percentile)
                    let y = try #require(item.engagement_rate_percentile)
                    #expect(min(Int(x / 2.5), 39) == column && min(Int(y / 2.5), 39) == row)
                }
                inCells += items.map(\.reel_id)
            }
        }
        let placed = try world.items("").filter { item in
            item.engagement_rate_percentile != nil && (across == "velocity" || item.equal_age_percentile != nil)
        }
        #expect(inCells.sorted() == placed.map(\.reel_id).sorted() && !placed.isEmpty)
    }

    @Test(
        "what is no order and no cell is refused by name",
        arguments: [
            ("sort", "likes"), ("order", "up"), ("cell", "velocity-40-0"), ("cell", "velocity-1"),
            ("cell", "velocity-01-2"),
            ("cell", "speed-1-2"), ("cell", "velocity--1-2"), ("cell", ""),
        ])
    func refused(parameter: String, value: String) {
        let response = world.ask("/reels/performance?\(parameter)=\(value)")
        #expect(response.status == 422)
        #expect(response.text.contains("\"parameter\":\"\(parameter)\""))
    }
}

private struct Listed: Decodable {
    let reel_id: String
    let rank: Int
    let previous_rank: Int?
    let publish_time: String
    let latest_scraped_at: String
    let views: Double
    let views_per_hour: Double
    let views_per_hour_percentile: Double
    let engagement_rate: Double?
    let engagement_rate_percentile: Double?
    let performance_score: Double?
    let breakout_state: String?
    let equal_age_percentile: Double?
    let interval_views_gained: Double?
    let interval_views_per_hour: Double?
    let engagement_at_least: Double?
    let creator_multiplier: Double?

    /// What the field is ordered by, as far as the rounded answer tells.
    func key(_ field: String) -> Double? {
        switch field {
        case "performance_score": performance_score
        case "breakout_state": breakout_state.map { ["unseen": 1, "candidate": 2, "confirmed": 3][$0] ?? 0 } ?? 0
        case "publish_time": Instant(iso8601: publish_time).map { Double($0.microseconds) }
        case "latest_scraped_at": Instant(iso8601: latest_scraped_at).map { Double($0.microseconds) }
        case "views": views
        case "interval_views_gained": interval_views_gained
        case "interval_views_per_hour": interval_views_per_hour
        case "views_per_hour": views_per_hour
        case "equal_age_percentile": equal_age_percentile
        case "engagement_rate": engagement_rate
        case "engagement_at_least": engagement_at_least
        case "creator_multiplier": creator_multiplier
        default: previous_rank.map { Double($0 - rank) }
        }
    }
}

private struct List: Decodable {
    let items: [Listed]
    let next_cursor: String?
}

extension World {
    fileprivate func list(_ query: String) throws -> List {
        try JSONDecoder().decode(List.self, from: Data(ask("/reels/performance?window=90d&" + query).body))
    }

    fileprivate func items(_ query: String) throws -> [Listed] { try list(query).items }
}
