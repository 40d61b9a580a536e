import Charts
import Markup
import Testing

@Suite struct GrowthCurveTests {
    private static func point(_ age: Double, _ views: Int64) -> GrowthCurve.Point {
        GrowthCurve.Point(age: age, views: views, words: ["\(views) views", "\(age) h <old>"])
    }

    private static let band = (0..<20).map { step in
        let age = 1 * Double(1 << min(step, 12)) + Double(step)
        return GrowthCurve.Quartiles(age: age, first: 100 * age, median: 300 * age, third: 900 * age)
    }

    private static func curve(
        _ points: [GrowthCurve.Point], band: [GrowthCurve.Quartiles] = band, isTop: Bool = false
    ) -> GrowthCurve {
        GrowthCurve(
            title: "Growth of <a test>", summary: "Seen some times.", points: points, band: band, isTop: isTop)
    }

    private static let many = curve([point(2, 0), point(5.5, 1_200), point(30, 48_000), point(120, 3_100_000)])

    @Test(
        "it looks as recorded",
        arguments: [
            ("many", many), ("once", curve([point(7, 900)], band: [])),
            ("top", curve([point(3, 5), point(3.1, 5)], isTop: true)),
            ("single-quartiles", curve([point(3, 50)], band: [band[2]])),
        ])
    func recorded(row: (name: String, curve: GrowthCurve)) throws {
        try Snapshot.expect(row.curve.figure, isLike: "growth-\(row.name).html")
    }

    @Test func `every sighting is named and has its tooltip, and the drawing a name and a description`() {
        let drawing = written(Self.many.figure)
        #expect(drawing.count(of: "role=\"listitem\"") == 4)
        #expect(drawing.contains("aria-label=\"48000 views, 30.0 h &lt;old&gt;\""))
        #expect(drawing.contains("<title>48000 views\n30.0 h &lt;old&gt;</title>"))
        #expect(drawing.contains("<title id=\"growth-title\">Growth of &lt;a test&gt;</title>"))
        #expect(drawing.contains("<desc id=\"growth-desc\">Seen some times.</desc>"))
    }

    @Test(
        "whatever is drawn lies within the drawing",
        arguments: [
            many, curve([point(7, 900)], band: []), curve([point(7, 0)], band: []),
            curve([point(0.01, .max), point(9e6, 1)]),
            curve([point(1, 5), point(1, 5)], band: []), curve([point(-3, 5), point(4, 6)]),
        ])
    func within(curve: GrowthCurve) {
        let drawing = written(curve.figure)
        for name in ["cx=\"", "cy=\"", "x1=\"", "y1=\""] {
            for range in drawing.ranges(of: name) {
                let value = drawing[range.upperBound...].prefix { $0 != "\"" }
                guard value.hasSuffix("%") else { continue }
                #expect((0.0...100.0).contains(Double(value.dropLast()) ?? -1), "\(name)\(value)")
            }
        }
        #expect(!drawing.contains("nan") && !drawing.contains("inf"))
    }

    @Test func `a sighting from before the publication is not drawn, and none at all is drawn as axes`() {
        #expect(!written(Self.curve([Self.point(-3, 5)]).figure).contains("listitem"))
        #expect(Self.curve([Self.point(-3, 5)]).band.isEmpty)
    }

    @Test func `the cohort is drawn near the reel's ages alone`() {
        let curve = Self.curve([Self.point(10, 5)])
        #expect(!curve.band.isEmpty && curve.band.allSatisfy { (4.0...25.0).contains($0.age) })
    }

    @Test func `it is amber where the reel is a top performer, and nowhere else`() {
        #expect(!written(Self.many.figure).contains("#F5B942"))
        #expect(written(Self.curve([Self.point(3, 5)], isTop: true).figure).contains("#F5B942"))
    }
}
