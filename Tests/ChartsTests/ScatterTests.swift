import Charts
import Markup
import Testing

@Suite struct ScatterTests {
    @Test(
        "a percentile has its place",
        arguments: [
            (0.0, 0.0, "0%", "100%"), (100, 100, "100%", "0%"), (80, 70, "80%", "30%"), (50, 25, "50%", "75%"),
            (33.333, 66.667, "33.33%", "33.33%"), (99.999, 0.004, "100%", "100%"),
        ])
    func place(_ row: (velocity: Double, engagement: Double, x: String, y: String)) {
        let drawing = written(
            Cohort.scatter([Cohort.point("a", velocity: row.velocity, engagement: row.engagement)]).file)
        #expect(drawing.contains("<circle cx=\"\(row.x)\" cy=\"\(row.y)\""))
    }

    @Test func `in the file a percentile is 7.6 pixels across and 5 up, from 64, 584`() {
        let plot = "<svg x=\"64\" y=\"84\" width=\"760\" height=\"500\" overflow=\"visible\">"
        #expect(written(Cohort.varied.file).contains(plot))
    }

    @Test(
        "area grows as 1 + log10(views)",
        arguments: [
            (Int64(0), 1.0), (1, 1), (10, 2), (1_000, 4), (10_000_000, 8), (1_000_000_000, 10),
        ])
    func area(_ row: (views: Int64, timesTheLeast: Double)) {
        let least = ScatterPoint.radius(views: 1)
        let ratio = (ScatterPoint.radius(views: row.views) / least) * (ScatterPoint.radius(views: row.views) / least)
        #expect(abs(ratio - row.timesTheLeast) < 1e-9)
        #expect(least == 2.6)
    }

    @Test func `the most important is drawn last`() throws {
        let drawing = written(Cohort.varied.figure)
        let order = drawing.ranges(of: "aria-label=\"Reel ").map { drawing[$0.upperBound...].prefix { $0 != "\"" } }
        #expect(order.first == "&lt;b&gt;&amp;&quot;hostile&#39;")
        #expect(order.suffix(2) == ["second", "best"])
    }

    @Test func `top performers are amber and ringed, and nothing else is amber but the quadrant and the legend`() {
        let points = written(Cohort.varied.figure).between("<g class=\"points\"", "</svg>") ?? ""
        #expect(points.count(of: "fill=\"#F5B942\"") == 2)
        #expect(points.count(of: "fill=\"none\" stroke=\"#F5B942\"") == 2)
        #expect(points.count(of: "#F5B942") == 4)
    }

    @Test func `a small cohort shows neither amber nor quadrant, and says so`() {
        let drawing = written(
            Cohort.scatter([Cohort.point("a", velocity: 100, engagement: 100, isTop: true)], isSmall: true).figure)
        #expect(!drawing.contains("#F5B942"))
        #expect(!drawing.contains("Breakout"))
        #expect(drawing.contains("percentiles mean little"))
    }

    @Test func `without reels there are axes and a sentence`() {
        let drawing = written(Cohort.scatter([]).figure)
        #expect(drawing.contains("No reel was published in this window."))
        #expect(drawing.contains("Velocity percentile"))
        #expect(!drawing.contains("<circle"))
    }

    @Test func `reels that hide their likes are counted, not drawn`() {
        let one = "1 reel hides its likes and so has no engagement percentile: it is not drawn."
        #expect(Cohort.scatter([], unplaced: 1).sentences == [one])
        #expect(Cohort.varied.sentences.contains { $0.hasPrefix("2 reels hide their likes") })
    }

    @Test func `points in one place all stay reachable`() {
        let drawing = written(Cohort.varied.file)
        let twins = drawing.ranges(of: "cx=\"33.33%\" cy=\"33.33%\"").count
        #expect(twins == 3)
        #expect(drawing.contains("href=\"/reel/twin-a\" class=\"point\" aria-label"))
        #expect(drawing.contains("href=\"/reel/twin-b\" class=\"point\" transform=\"translate(-4.42 4.05)\""))
        #expect(drawing.contains("href=\"/reel/twin-c\" class=\"point\" transform=\"translate("))
        #expect(drawing.contains("drawn side by side"))
    }

    @Test func `points in places of their own are not moved`() {
        let points = [Cohort.point("a", velocity: 1, engagement: 1), Cohort.point("b", velocity: 1.02, engagement: 1)]
        #expect(Cohort.scatter(points).sentences.isEmpty)
        #expect(!written(Cohort.scatter(points).file).contains("class=\"point\" transform"))
    }

    @Test func `the first 1,500 are drawn and the others counted`() {
        let points = (0..<2_600).map { Cohort.point("r\($0)", velocity: Double($0) / 26, engagement: 50) }
        let scatter = Cohort.scatter(points)
        let drawing = written(scatter.file)
        #expect(drawing.count(of: "class=\"point\"") == 1_500)
        #expect(drawing.contains("/reel/r1499\"") && !drawing.contains("/reel/r1500\""))
        let sentence =
            "The first 1\u{202F}500 of 2\u{202F}600 reels are drawn; 1\u{202F}100 that rank lower are not."
        #expect(scatter.sentences == [sentence])
    }
}
