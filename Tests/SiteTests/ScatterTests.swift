import Reels
import Scoring
import Site
import Testing

struct ScatterTests {
    /// A cell as it is drawn.
    private struct Cell {
        let column: Int
        let row: Int
        let words: String
    }

    private static func world(_ count: Int) -> World {
        let world = World()
        world.shelf.put(Observation.many(count))
        world.shelf.put([], in: .sample)
        return world
    }

    private static func cells(_ drawing: String, across: String = "velocity") -> [Cell] {
        drawing.ranges(of: "cell=\(across)-").compactMap { found in
            let text = drawing[found.upperBound...]
            let numbers = text.prefix { $0 != "#" }.split(separator: "-").compactMap { Int($0) }
            guard numbers.count == 2, let label = text.ranges(of: "<title>").first else { return nil }
            return Cell(
                column: numbers[0], row: numbers[1], words: String(text[label.upperBound...].prefix { $0 != "<" }))
        }
    }

    private static func points(_ drawing: String) -> Int {
        drawing.ranges(of: "class=\"point\"").count + drawing.ranges(of: "class=\"point point-top\"").count
    }

    private static func place(_ percentile: Double) -> Int { min(Int(percentile / 2.5), 39) }

    @Test func `a cell counts all of its reels, and compares them with what chance would put there`() throws {
        let world = Self.world(6_300)
        let cohort = try #require(world.shelf.current(.live)?.snapshot.cohorts(window: .week, platform: .tiktok).first)
        let placed = (0..<cohort.count).map { cohort[$0] }.compactMap { reel in
            reel.engagementRatePercentile.map { (Self.place(reel.viewsPerHourPercentile), Self.place($0)) }
        }
        let drawn = Self.cells(world.ask("/performance.svg?platform=tiktok").text)
        #expect(drawn.count > 50)
        for cell in drawn {
            let count = placed.count { $0 == (cell.column, cell.row) }
            let expected =
                Double(placed.count { $0.0 == cell.column } * placed.count { $0.1 == cell.row }) / Double(placed.count)
            #expect(cell.words.hasPrefix("\(Figures.whole(count)) reel"))
            let told = cell.words.split(separator: " ").dropFirst(2).first.flatMap { Double($0) }
            #expect(told.map { abs($0 - Double(count) / expected) <= 0.5 } ?? cell.words.contains("under"))
        }
        // Each reel is drawn, or stands in a cell that is.
        let points = Self.points(world.ask("/performance.svg?platform=tiktok").text)
        let inCells = placed.count { reel in drawn.contains { $0.column == reel.0 && $0.row == reel.1 } }
        #expect(points <= 1_500 && points + inCells >= placed.count)
    }

    @Test func `a cell's link leads to as many rows as it counts`() {
        let world = Self.world(6_300)
        let drawn = Self.cells(world.ask("/performance.svg?platform=tiktok&min_views=1000").text)
        for cell in drawn.prefix(12) {
            let query = "platform=tiktok&min_views=1000&cell=velocity-\(cell.column)-\(cell.row)&format=ndjson"
            let rows = world.ask("/reels/performance?" + query).text.split(separator: "\n").count
            #expect(cell.words.hasPrefix("\(Figures.whole(rows)) reel"))
        }
    }

    @Test(
        "the drawing alone is an SVG of its own",
        arguments: ["", "?platform=tiktok", "?platform=tiktok&axes=tail", "?platform=tiktok&axes=log&x=pace"])
    func alone(query: String) {
        let answer = Self.world(300).ask("/performance.svg" + query)
        #expect(answer.status == 200 && answer["Content-Type"] == "image/svg+xml" && answer["ETag"] != nil)
        #expect(answer.text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
        let markup = PagesMarkup(answer.text)
        #expect(!markup.tags.contains("foreignObject") && !markup.attributes.contains("style"))
        #expect(Set(markup.ids).count == markup.ids.count)
        #expect(
            answer.text.contains("<title id=\"scatter-title\">") && answer.text.contains("<desc id=\"scatter-desc\">"))
    }

    @Test func `what makes no difference to the drawing is dropped from its address`() {
        let world = Self.world(30)
        let answer = world.ask(
            "/performance.svg?sort=views&order=asc&page=2&cell=velocity-1-1&window=30d&utm_source=x&axes=tail")
        #expect(answer.status == 303 && answer["Location"] == "/performance.svg?window=30d&axes=tail")
        #expect(world.ask("/performance.svg?axes=round").status == 422)
        let past = world.ask("/performance.svg?as_of=2026-05-01T11%3A00%3A00Z")
        #expect(past.status == 200 && past.text.contains("No reel to draw."))
    }

    @Test func `logarithmic axes need one platform, and a sentence says so`() {
        let world = Self.world(300)
        #expect(world.ask("/performance.svg?axes=log").text.contains("choose one platform for logarithmic axes"))
        #expect(world.ask("/performance.svg?platform=tiktok&axes=log").text.contains(">P80</text>"))
        #expect(!world.ask("/performance").text.contains("axes=log"))
        #expect(world.ask("/performance?platform=tiktok").text.contains("axes=log"))
    }

    @Test func `thresholds choose what is drawn, and percentiles stay`() {
        let world = Self.world(300)
        let all = world.ask("/performance.svg?platform=tiktok").text
        let some = world.ask("/performance.svg?platform=tiktok&min_views=100000").text
        let points = some.ranges(of: "<circle cx=\"").map { some[$0.upperBound...].prefix { $0 != ">" } }
        #expect(!points.isEmpty && some.ranges(of: "<circle cx").count < all.ranges(of: "class=\"point").count)
        #expect(
            points.filter { $0.contains("%") && !$0.contains("r=\"2\"") }.allSatisfy { all.contains($0.prefix(14)) })
    }

    @Test func `the most views there can be, and none, are drawn within the frame`() {
        let world = World()
        world.shelf.put([], in: .sample)
        world.shelf.put([
            .sample("most", hoursOld: 0.01, views: .max, likes: .max, comments: .max, shares: .max),
            .sample("none", hoursOld: 3, views: 0, likes: 0), .sample("shy", hoursOld: 3, views: 5),
        ])
        for scale in ["pct", "tail", "log"] {
            let text = world.ask("/performance.svg?platform=tiktok" + (scale == "pct" ? "" : "&axes=" + scale)).text
            let places = text.ranges(of: "=\"").compactMap { found in
                let value = text[found.upperBound...].prefix { $0 != "\"" }
                return value.last == "%" ? Double(value.dropLast()) : nil
            }
            #expect(places.count > 20 && places.allSatisfy { $0 >= 0 && $0 <= 100 })
            #expect(!text.contains("nan") && !text.contains("inf"))
        }
    }
}
