import Markup

/// The cohort at a glance: across, how fast reels gain views; up, how much their viewers do about it. The area of a point grows
/// with views. The breakout quadrant is shaded, top performers are amber, and what is not drawn one by one stands in cells.
public struct Scatter: Sendable {
    /// How many points are drawn one by one at most, the lane's included.
    public static let drawnLimit = 1_500
    /// Cells along each axis.
    public static let cellCount = 40
    /// Percentiles from one cell to the next.
    public static let cellWidth = 2.5

    /// How many reels are in the breakout quadrant, and how many chance would put there.
    public struct Quadrant: Sendable {
        /// What it is called: `Breakout`.
        public var name: String
        /// Reels in it.
        public var count: Int
        /// All reels times the share of the fast times the share of the engaging.
        public var expected: Double

        /// See the members.
        public init(name: String, count: Int, expected: Double) {
            self.name = name
            self.count = count
            self.expected = expected
        }
    }

    /// What is drawn, in a few words.
    public var title: String
    /// What is to be seen, for those who cannot see it.
    public var summary: String
    /// From left to right.
    public var across: ScatterAxis
    /// From below.
    public var up: ScatterAxis
    /// The most important first: they are drawn last, above the others. At most ``drawnLimit`` with those of the lane.
    public var points: [ScatterPoint] = []
    /// Those of ``cells`` that hold more than what is drawn one by one.
    public var cells: [ScatterCellCount] = []
    /// Reels that have a place, drawn or in cells.
    public var placedCount = 0
    /// Reels that hide their likes: only their place across is known. They stand in a lane below the axis.
    public var lane: [ScatterPoint] = []
    /// What of them is not drawn one by one.
    public var laneCells: [ScatterCellCount] = []
    /// All of them.
    public var hiddenCount = 0
    /// Reels that have no place across.
    public var unplacedCount = 0
    /// Nil where nothing is to be shaded.
    public var quadrant: Quadrant?
    /// The cohort is too small for percentiles to mean much: nothing is amber.
    public var isCohortSmall = false
    /// Anything else that has to be known, a sentence each.
    public var remarks: [String] = []

    /// Drawn as a file of its own, whose elements take no ARIA attributes: titles name them.
    var isAlone = false

    /// A scatter without reels.
    public init(title: String, summary: String, across: ScatterAxis, up: ScatterAxis) {
        self.title = title
        self.summary = summary
        self.across = across
        self.up = up
    }

    var isEmpty: Bool { points.isEmpty && lane.isEmpty && cells.isEmpty }

    var hasLane: Bool { hiddenCount > 0 }

    /// Many points are drawn smaller, so that a crowd is still made of reels.
    var crowding: Double {
        points.count <= Self.roomyCount ? 1 : (Double(Self.roomyCount) / Double(points.count)).squareRoot()
    }

    private static let roomyCount = 400

    /// In pixels, as it is written: a tenth of one is not seen, and costs less.
    func radius(of point: ScatterPoint) -> Double {
        (point.radius * crowding * 10).rounded(.toNearestOrEven) / 10
    }

    /// What is said elsewhere is kept from those who hear the page.
    var decoration: Attribute { isAlone ? .absent : .ariaHidden }

    func isAmber(_ point: ScatterPoint) -> Bool { point.isTop && !isCohortSmall }
}
