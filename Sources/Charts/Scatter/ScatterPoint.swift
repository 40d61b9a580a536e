import Glibc
public import Markup

/// A place in a ``Scatter``: hundredths of its width from the left and of its height from below.
public struct ScatterPlace: Hashable, Sendable {
    /// 0 to 100, from the left.
    public var x: Double
    /// 0 to 100, from below.
    public var y: Double

    /// What ``ScatterAxis/place(percentile:raw:)`` gave.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A reel in a ``Scatter``.
public struct ScatterPoint: Sendable {
    /// Where it stands. In the lane of those that hide their likes only `x` counts.
    public var place: ScatterPlace
    /// Where it stood at the run before; nil where that is not known.
    public var origin: ScatterPlace?
    /// As last seen; they make the area.
    public var views: Int64
    /// Seen within a day: filled. Others are hollow.
    public var isFresh: Bool
    /// Score at or above the line for top performers: amber, with a ring.
    public var isTop: Bool
    /// Where the point leads.
    public var address: SiteAddress
    /// The reel in a few words: the name of the link.
    public var label: String
    /// Shown under the pointer and at the point that has the focus, a line each.
    public var tooltip: [String]
    /// What is written beside it where there is room; nil of most.
    public var caption: String?

    /// See the members.
    public init(
        place: ScatterPlace, origin: ScatterPlace? = nil, views: Int64, isFresh: Bool, isTop: Bool,
        address: SiteAddress, label: String, tooltip: [String], caption: String? = nil
    ) {
        self.place = place
        self.origin = origin
        self.views = views
        self.isFresh = isFresh
        self.isTop = isTop
        self.address = address
        self.label = label
        self.tooltip = tooltip
        self.caption = caption
    }

    /// Radius in pixels.
    public var radius: Double { Self.radius(views: views) }

    /// Radius in pixels: the area is proportional to `1 + log10(views)`, so that a reel seen once can still be seen.
    public static func radius(views: Int64) -> Double {
        radiusOfOneView * (1 + log10(Double(max(views, 1)))).squareRoot()
    }

    private static let radiusOfOneView = 2.6

    var tooltipText: String { tooltip.joined(separator: "\n") }
}
