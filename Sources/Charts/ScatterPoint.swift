import Glibc
public import Markup

/// A reel's place in a ``Scatter``.
public struct ScatterPoint: Sendable {
    /// 0 to 100: how many of the cohort gain fewer views an hour.
    public var velocityPercentile: Double
    /// 0 to 100: how many of the cohort have a lower engagement rate.
    public var engagementPercentile: Double
    /// As last seen; they make the area.
    public var views: Int64
    /// Score at or above the line for top performers: amber, with a ring.
    public var isTop: Bool
    /// Where the point leads; nil where the reel has no address that can be trusted.
    public var destination: Destination?
    /// The reel and its place in words, for those who hear the page.
    public var label: String
    /// Shown under the pointer and at the point that has the focus, a line each.
    public var tooltip: [String]

    /// Percentiles outside 0 to 100 are drawn outside the axes.
    public init(
        velocityPercentile: Double, engagementPercentile: Double, views: Int64, isTop: Bool, destination: Destination?,
        label: String, tooltip: [String]
    ) {
        self.velocityPercentile = velocityPercentile
        self.engagementPercentile = engagementPercentile
        self.views = views
        self.isTop = isTop
        self.destination = destination
        self.label = label
        self.tooltip = tooltip
    }

    /// Radius in pixels.
    public var radius: Double { Self.radius(views: views) }

    /// Radius in pixels: the area is proportional to `1 + log10(views)`, so that a reel seen once can still be seen.
    public static func radius(views: Int64) -> Double {
        radiusOfOneView * (1 + log10(Double(max(views, 1)))).squareRoot()
    }

    private static let radiusOfOneView = 2.6
}
