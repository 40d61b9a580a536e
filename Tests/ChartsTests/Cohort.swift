import Charts
import Markup

/// Points for tests, with nobody's data in them.
enum Cohort {
    static func point(
        _ name: String, velocity: Double, engagement: Double, views: Int64 = 1_000, isTop: Bool = false,
        isLinked: Bool = true
    ) -> ScatterPoint {
        ScatterPoint(
            velocityPercentile: velocity, engagementPercentile: engagement, views: views, isTop: isTop,
            destination: isLinked ? .site(SiteAddress("reel", name)) : nil, label: "Reel \(name)",
            tooltip: ["@" + name, "\(views) views"])
    }

    static func scatter(_ points: [ScatterPoint], unplaced: Int = 0, isSmall: Bool = false) -> Scatter {
        Scatter(
            title: "Test cohort", summary: "Points of a test.", points: points, unplacedCount: unplaced,
            isCohortSmall: isSmall)
    }

    /// Some of everything: top performers, a shared place, corners, one without a link, hostile text.
    static let varied = scatter(
        [
            point("best", velocity: 99.5, engagement: 98.25, views: 3_000_000_000, isTop: true),
            point("second", velocity: 97, engagement: 96, views: 120_000, isTop: true),
            point("edge", velocity: 80, engagement: 70, views: 45_000),
            point("twin-a", velocity: 33.333, engagement: 66.667, views: 900),
            point("twin-b", velocity: 33.3334, engagement: 66.6666, views: 900),
            point("twin-c", velocity: 33.33, engagement: 66.67, views: 70_000),
            point("corner", velocity: 100, engagement: 0, views: 10),
            point("unlinked", velocity: 12, engagement: 5, views: 1, isLinked: false),
            point("<b>&\"hostile'\u{0}", velocity: 0, engagement: 0, views: 0),
        ],
        unplaced: 2)
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
}
