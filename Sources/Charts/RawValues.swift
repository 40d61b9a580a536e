/// The raw values behind the percentiles of one metric in one cohort.
public struct RawValues: Sendable {
    /// Percentiles of which the values are told: the borders of cells, and further nines for the tail. Ascending.
    public static let marks: [Double] =
        (0..<Scatter.cellCount).map { Double($0) * Scatter.cellWidth } + [99, 99.9, 99.99, 99.999, 100]

    /// Of each mark the least value that a reel at or above it has.
    public var least: [Double]
    /// The largest value.
    public var most: Double
    /// The least value above zero; nil where there is none.
    public var leastPositive: Double?
    /// Writes a value with its unit, briefly: `1 240/h`.
    public var words: @Sendable (Double) -> String

    /// `least` has as many values as there are ``marks``.
    public init(
        least: [Double], most: Double, leastPositive: Double?, words: @escaping @Sendable (Double) -> String
    ) {
        self.least = least
        self.most = most
        self.leastPositive = leastPositive
        self.words = words
    }

    /// The place among ``marks`` of the last that `percentile` reaches.
    public static func mark(of percentile: Double) -> Int {
        let cell = min(max(Int(percentile / Scatter.cellWidth), 0), Scatter.cellCount - 1)
        guard cell == Scatter.cellCount - 1 else { return cell }
        return (marks.lastIndex { $0 <= percentile }) ?? cell
    }

    /// The least value at or above `percentile`, which is one of ``marks``.
    func least(at percentile: Double) -> Double {
        let mark = Self.mark(of: percentile)
        return mark < least.count ? least[mark] : most
    }

    var scale: AxisScale {
        .logarithm(least: leastPositive ?? 0, most: most, hasZero: (least.first ?? 0) <= 0)
    }
}
