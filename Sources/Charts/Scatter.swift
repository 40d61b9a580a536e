/// The cohort at a glance: across, how fast reels gain views; up, how much their viewers do about it; both as percentiles,
/// 0 to 100. The area of a point grows with views. The breakout quadrant is shaded, top performers are amber.
public struct Scatter: Sendable {
    /// How many points are drawn one by one at most.
    public static let drawnLimit = 1_500
    /// Where the breakout quadrant begins.
    public static let breakoutVelocity = 80.0
    /// Where the breakout quadrant begins.
    public static let breakoutEngagement = 70.0

    /// What is drawn, in a few words.
    public var title: String
    /// What is to be seen, for those who cannot see it.
    public var summary: String
    /// The most important first: they are drawn last, above the others, and never left out.
    public var points: [ScatterPoint]
    /// Reels of the cohort that have a place and no point, since they rank below all of ``points``.
    public var undrawnCount: Int
    /// Reels of the cohort that have no place, since their likes are hidden.
    public var unplacedCount: Int
    /// The cohort is too small for percentiles to mean much: nothing is shaded and nothing is amber.
    public var isCohortSmall: Bool

    /// A scatter of `points`, the most important first.
    public init(
        title: String, summary: String, points: [ScatterPoint], undrawnCount: Int = 0, unplacedCount: Int = 0,
        isCohortSmall: Bool = false
    ) {
        self.title = title
        self.summary = summary
        self.points = points
        self.undrawnCount = undrawnCount
        self.unplacedCount = unplacedCount
        self.isCohortSmall = isCohortSmall
    }

    /// The points that are drawn, the most important first.
    var drawnPoints: ArraySlice<ScatterPoint> { points.prefix(Self.drawnLimit) }

    var hasBreakoutQuadrant: Bool { !isCohortSmall && !points.isEmpty }
}
