import Charts
import Markup
import Testing

@Suite struct ScatterTests {
    @Test(
        "a point is drawn at its place",
        arguments: [
            (0.0, 0.0, "0%", "100%"), (100, 100, "100%", "0%"), (80, 70, "80%", "30%"), (50, 25, "50%", "75%"),
            (33.333, 66.667, "33.33%", "33.33%"), (99.999, 0.004, "100%", "100%"),
        ])
    func place(_ row: (x: Double, y: Double, cx: String, cy: String)) {
        let drawing = written(Cohort.scatter([Cohort.point("a", x: row.x, y: row.y)]).file)
        #expect(drawing.contains("<circle cx=\"\(row.cx)\" cy=\"\(row.cy)\""))
    }

    @Test(
        "area grows as 1 + log10(views)",
        arguments: [
            (Int64(0), 1.0), (1, 1), (10, 2), (1_000, 4), (10_000_000, 8), (1_000_000_000, 10),
            (Int64.max, 19.965),
        ])
    func area(_ row: (views: Int64, timesTheLeast: Double)) {
        let least = ScatterPoint.radius(views: 1)
        let ratio = (ScatterPoint.radius(views: row.views) / least) * (ScatterPoint.radius(views: row.views) / least)
        #expect(abs(ratio - row.timesTheLeast) < 1e-3)
        #expect(least == 2.6)
    }

    @Test func `the most important is drawn last`() throws {
        let drawing = written(Cohort.varied.figure)
        let order = drawing.ranges(of: "aria-label=\"Reel ").map { drawing[$0.upperBound...].prefix { $0 != "\"" } }
        #expect(order.prefix(2) == ["shy", "&lt;b&gt;&amp;&quot;hostile&#39;"])
        #expect(order.suffix(2) == ["second", "best"])
    }

    @Test func `top performers are amber and ringed, and no other point is`() {
        let points = written(Cohort.varied.figure).between("<g class=\"points\"", "<g class=\"captions\"") ?? ""
        #expect(points.count(of: "fill=\"none\" stroke=\"#F5B942\"") == 2)
        #expect(points.count(of: "r=\"8.4\" fill=\"#F5B942\"") == 1)
        #expect(points.count(of: "class=\"point point-top\"") == 2)
    }

    @Test func `what was seen within a day is filled, what was not is hollow`() {
        let hollow = "fill=\"#0F1115\" fill-opacity=\"0.55\" stroke=\"#25A9BF\""
        let fresh = written(Cohort.scatter([Cohort.point("a", x: 1, y: 1)]).file)
        let unseen = written(Cohort.scatter([Cohort.point("a", x: 1, y: 1, isFresh: false)]).file)
        #expect(!fresh.contains(hollow) && unseen.contains(hollow))
        #expect(!fresh.contains("Not seen for a day") && unseen.contains("Not seen for a day"))
    }

    @Test func `a small cohort shows neither amber nor quadrant, and says so`() {
        let drawing = written(
            Cohort.scatter([Cohort.point("a", x: 100, y: 100, isTop: true)]) { $0.isCohortSmall = true }.figure)
        #expect(!drawing.contains("#F5B942"))
        #expect(!drawing.contains("class=\"breakout\""))
        #expect(drawing.contains("percentiles mean little"))
    }

    @Test func `without reels there are axes and a sentence`() {
        let drawing = written(Cohort.scatter([]).figure)
        #expect(drawing.contains("No reel to draw."))
        #expect(drawing.contains("Velocity →"))
        #expect(!drawing.contains("<circle"))
    }

    @Test func `the quadrant tells how many are there and how many chance would put there`() {
        let drawing = written(Cohort.varied.file)
        #expect(drawing.contains(">Breakout: 3 here, 1.2 by chance</text>"))
        #expect(Cohort.varied.sentences.first?.hasPrefix("3 reels are in the shaded corner.") == true)
    }

    @Test func `reels that hide their likes are links in a lane below the axis`() {
        let drawing = written(Cohort.varied.figure)
        let lane =
            drawing.between("<g class=\"points lane-points\" transform=\"translate(0 22)\"", "<g class=\"points\"")
            ?? ""
        #expect(
            lane.contains(
                "<a href=\"/reel/shy\" class=\"point\" aria-label=\"Reel shy\"><circle cx=\"88%\" cy=\"100%\""))
        #expect(drawing.contains(">hidden</text>"))
        #expect(Cohort.varied.sentences.contains { $0.hasPrefix("3 reels hide their likes") })
        #expect(!written(Cohort.scatter([]).figure).contains("hidden</text>"))
    }

    @Test func `points in one place all stay reachable`() {
        let drawing = written(Cohort.varied.file)
        #expect(drawing.ranges(of: "cx=\"33.33%\" cy=\"33.33%\"").count == 3)
        #expect(drawing.contains("href=\"/reel/twin-a\" class=\"point\"><title>"))
        #expect(drawing.contains("href=\"/reel/twin-b\" class=\"point\" transform=\"translate(-4.42 4.05)\""))
        #expect(drawing.contains("href=\"/reel/twin-c\" class=\"point\" transform=\"translate("))
        #expect(drawing.contains("drawn side by side"))
    }

    @Test func `points in places of their own are not moved`() {
        let points = [Cohort.point("a", x: 1, y: 1), Cohort.point("b", x: 1.02, y: 1)]
        #expect(Cohort.scatter(points).sentences.isEmpty)
        #expect(!written(Cohort.scatter(points).file).contains("class=\"point\" transform"))
    }

    @Test func `hundreds of reels in a corner stay within the frame`() {
        for (x, y) in [(0.0, 0.0), (100, 0), (0, 100), (100, 100)] {
            let points = (0..<300).map { Cohort.point("r\($0)", x: x, y: y) }
            let drawing = written(Cohort.scatter(points).file)
            let shifts = drawing.ranges(of: "class=\"point\" transform=\"translate(").map { start in
                drawing[start.upperBound...].prefix { $0 != ")" }.split(separator: " ").compactMap { Double($0) }
            }
            #expect(shifts.count == 299)
            #expect(shifts.allSatisfy { x == 0 ? $0[0] >= 0 : $0[0] <= 0 })
            #expect(shifts.allSatisfy { y == 0 ? $0[1] <= 0 : $0[1] >= 0 })
        }
    }

    @Test func `a cell is a link to its reels, with their number`() {
        let drawing = written(Cohort.varied.figure)
        let cell = "<a href=\"/cell/0\" aria-label=\"40 reels, 10 times what chance would put here\">"
        #expect(drawing.contains(cell))
        #expect(drawing.contains("1 reel, under 0.1 times what chance would put here"))
        #expect(drawing.contains("<rect x=\"0%\" y=\"97.5%\" width=\"2.5%\" height=\"2.5%\"/>"))
        #expect(drawing.contains("<rect x=\"97.5%\" y=\"0%\" width=\"2.5%\" height=\"2.5%\"/>"))
        #expect(Cohort.varied.sentences.contains { $0.hasPrefix("8 of 49 reels are drawn one by one") })
    }

    @Test func `a captioned reel trails a line from its place at the run before`() {
        let drawing = written(Cohort.varied.file)
        #expect(drawing.contains("<line x1=\"90%\" y1=\"20%\" x2=\"99.5%\" y2=\"1.75%\" stroke=\"#F5B942\"/>"))
        #expect(drawing.count(of: "<g class=\"tails\"") == 1)
    }
}
