import Glibc

/// One reel's views over its age, against what the reels of its cohort had at the same age. Both axes are logarithmic: a reel
/// gains most of its views early, and views of reels differ by factors.
public struct GrowthCurve: Sendable {
    /// One sighting of the reel.
    public struct Point: Sendable {
        /// Hours since publication.
        public var age: Double
        /// How often it had been viewed.
        public var views: Int64
        /// What is told of it, a line each.
        public var words: [String]

        /// `views` at `age` hours.
        public init(age: Double, views: Int64, words: [String]) {
            self.age = age
            self.views = views
            self.words = words
        }
    }

    /// The cohort at one age.
    public struct Quartiles: Sendable {
        /// Hours since publication.
        public var age: Double
        /// A quarter of the reels had at most so many views.
        public var first: Double
        /// The middle of their views.
        public var median: Double
        /// Three quarters of the reels had at most so many views.
        public var third: Double

        /// The quartiles of views at `age` hours.
        public init(age: Double, first: Double, median: Double, third: Double) {
            self.age = age
            self.first = first
            self.median = median
            self.third = third
        }
    }

    /// What is drawn, in a few words.
    public var title: String
    /// What is to be seen, for those who cannot see it.
    public var summary: String
    /// The reel, ascending in age.
    public var points: [Point]
    /// The cohort, ascending in age. Only what lies near the reel's ages is drawn.
    public var band: [Quartiles]
    /// The reel is a top performer, and amber.
    public var isTop: Bool

    /// The growth of a reel seen as `points`. Those without an age are left out.
    public init(title: String, summary: String, points: [Point], band: [Quartiles] = [], isTop: Bool = false) {
        self.title = title
        self.summary = summary
        self.points = points.filter { $0.age > 0 }
        self.isTop = isTop
        let ages = self.points.map(\.age)
        let reach = (ages.min() ?? 1) / Self.margin...(ages.max() ?? 1) * Self.margin
        self.band = self.points.isEmpty ? [] : band.filter { reach.contains($0.age) }
    }

    /// How far beyond the reel's own ages the cohort is drawn, as a ratio.
    private static let margin = 2.5

    /// Hours. At least from one end of a factor of four to the other, so that a single point stands in the middle of something.
    var ages: LogarithmicAxis {
        LogarithmicAxis(spanning: points.map(\.age) + band.map(\.age), leastRatio: 4, ticks: Self.ageTicks)
    }

    /// Views; none are drawn at the foot, as 1.
    var views: LogarithmicAxis {
        let values = points.map { Double($0.views) } + band.flatMap { [$0.first, $0.third] }
        return LogarithmicAxis(
            spanning: values.map { max(1, $0) }, leastRatio: 10, ticks: LogarithmicAxis.oneTwoFive(upTo: 1e12))
    }

    private static let ageTicks: [Double] =
        [0.25, 0.5, 1, 2, 4, 8, 12] + [1, 2, 4, 7, 14, 30, 60, 90, 180, 365].map { $0 * 24 }
}
