import Charts
import Markup
import Sample

/// Points for tests, with nobody's data in them.
enum Cohort {
    static let across = ScatterAxis.percentiles("Velocity", threshold: 80)
    static let up = ScatterAxis.percentiles("Engagement", threshold: 70)

    static func point(
        _ name: String, x: Double, y: Double, views: Int64 = 1_000, isFresh: Bool = true, isTop: Bool = false,
        caption: String? = nil, origin: ScatterPlace? = nil
    ) -> ScatterPoint {
        ScatterPoint(
            place: ScatterPlace(x: x, y: y), origin: origin, views: views, isFresh: isFresh, isTop: isTop,
            address: SiteAddress("reel", name), label: "Reel \(name)", tooltip: ["@" + name, "\(views) views"],
            caption: caption)
    }

    static func scatter(_ points: [ScatterPoint], _ change: (inout Scatter) -> Void = { _ in }) -> Scatter {
        var scatter = Scatter(title: "Test cohort", summary: "Points of a test.", across: across, up: up)
        scatter.points = points
        scatter.placedCount = points.count
        change(&scatter)
        return scatter
    }

    /// Some of everything: top performers, a shared place, corners, cells, a lane, hostile text.
    static let varied = scatter([
        point(
            "best", x: 99.5, y: 98.25, views: 3_000_000_000, isTop: true, caption: "@best",
            origin: ScatterPlace(x: 90, y: 80)),
        point("second", x: 97, y: 96, views: 120_000, isFresh: false, isTop: true, caption: "@second"),
        point("edge", x: 80, y: 70, views: 45_000),
        point("twin-a", x: 33.333, y: 66.667, views: 900),
        point("twin-b", x: 33.3334, y: 66.6666, views: 900, isFresh: false),
        point("twin-c", x: 33.33, y: 66.67, views: 70_000),
        point("corner", x: 100, y: 0, views: 10),
        point("<b>&\"hostile'\u{0}", x: 0, y: 0, views: 0, caption: "<b>&\"hostile'\u{0}"),
    ]) {
        $0.quadrant = Scatter.Quadrant(name: "Breakout", count: 3, expected: 1.25)
        $0.cells = [
            ScatterCellCount(column: 0, row: 0, count: 40, expected: 4, address: SiteAddress("cell", "0")),
            ScatterCellCount(column: 39, row: 39, count: 1, expected: 12.25, address: SiteAddress("cell", "1")),
        ]
        $0.placedCount = 49
        $0.lane = [point("shy", x: 88, y: 0, views: 5_000)]
        $0.laneCells = [ScatterCellCount(column: 3, row: 0, count: 2, expected: 2, address: nil)]
        $0.hiddenCount = 3
        $0.unplacedCount = 1
    }

    /// Raw values as a cohort might have them.
    static func raw(least: [Double], most: Double, leastPositive: Double?) -> RawValues {
        RawValues(least: least, most: most, leastPositive: leastPositive) { "\(Int($0))/h" }
    }
}

/// The node as it is written.
func written(_ node: Node) -> String {
    String(decoding: node.render(), as: UTF8.self)
}

extension String {
    /// How often `text` stands in this string.
    func count(of text: String) -> Int { self.ranges(of: text).count }

    /// What stands between the first `start` and the next `end`.
    func between(_ start: String, _ end: String) -> String? {
        guard let first = self.ranges(of: start).first else { return nil }
        let tail = self[first.upperBound...]
        return tail.ranges(of: end).first.map { String(tail[..<$0.lowerBound]) }
    }

    /// The values of an attribute in hundredths, wherever it stands.
    func percents(of attribute: String) -> [Double] {
        ranges(of: " \(attribute)=\"").compactMap { start in
            let value = self[start.upperBound...].prefix { $0 != "\"" }
            return value.last == "%" ? Double(value.dropLast()) : nil
        }
    }
}
