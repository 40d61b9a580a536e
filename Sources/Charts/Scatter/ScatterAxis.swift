/// One of the two axes of a ``Scatter``: its name, how it is divided, and what stands at it.
public struct ScatterAxis: Sendable {
    /// A mark at the axis.
    struct Tick: Sendable {
        /// Hundredths of the axis.
        let place: Double
        let words: String
        /// The raw value beside a percentile, or the percentile beside a raw value.
        var detail: String?
        /// The breakout quadrant begins here.
        var isThreshold = false
    }

    /// What is measured, and how: `Velocity percentile`.
    public let title: String
    /// How it is divided.
    public let scale: AxisScale
    /// Where the breakout quadrant begins, as a percentile.
    public let threshold: Double
    /// The raw values behind the percentiles, where all reels share them.
    public let raw: RawValues?
    let ticks: [Tick]
    /// Where the cells begin, in hundredths of the axis, ascending; and where the last ends.
    let borders: [Double]

    /// By percentiles; each tick has its raw value beside it, where `raw` is given.
    public static func percentiles(_ title: String, threshold: Double, raw: RawValues? = nil) -> ScatterAxis {
        ScatterAxis(title, scale: .percentile, threshold: threshold, raw: raw, at: [0, 100, 20, 40, 60, 80])
    }

    /// By `-log10(1 - p)` among `count` reels.
    public static func tail(
        _ title: String, threshold: Double, count: Int, raw: RawValues? = nil
    ) -> ScatterAxis {
        let scale = AxisScale.tail(count: count)
        let nines = [0.0, 100, 50, 90, 99, 99.9, 99.99, 99.999].filter { nine in
            nine == 100 || scale.place(percentile: nine, raw: 0) < 100
        }
        return ScatterAxis(title, scale: scale, threshold: threshold, raw: raw, at: nines)
    }

    /// By raw values.
    public static func logarithm(_ title: String, threshold: Double, raw: RawValues) -> ScatterAxis {
        ScatterAxis(title, scale: raw.scale, threshold: threshold, raw: raw, ticks: raw.decades)
    }

    private init(_ title: String, scale: AxisScale, threshold: Double, raw: RawValues?, at percentiles: [Double]) {
        let ticks = percentiles.map { percentile in
            Tick(
                place: scale.place(percentile: percentile, raw: 0), words: percentile.briefly,
                detail: raw.map { $0.words($0.least(at: percentile)) })
        }
        self.init(title, scale: scale, threshold: threshold, raw: raw, ticks: ticks)
    }

    private init(_ title: String, scale: AxisScale, threshold: Double, raw: RawValues?, ticks: [Tick]) {
        self.title = title
        self.scale = scale
        self.threshold = threshold
        self.raw = raw
        borders = (0...Scatter.cellCount).map { cell in
            scale.place(cell, width: Scatter.cellWidth, raw: raw)
        }
        let value = raw?.least(at: threshold)
        let place = scale.place(percentile: threshold, raw: value ?? 0)
        let words = value.flatMap { value in raw?.words(value) }
        let isRaw = if case .logarithm = scale { true } else { false }
        let start = Tick(
            place: place, words: isRaw ? words ?? "" : threshold.briefly,
            detail: isRaw ? "P" + threshold.briefly : words, isThreshold: true)
        self.ticks = Self.spaced([start] + ticks)
    }

    /// Leaves out ticks that come too near to one before them in the list.
    private static func spaced(_ ticks: [Tick]) -> [Tick] {
        var kept: [Tick] = []
        for tick in ticks where kept.allSatisfy({ abs($0.place - tick.place) >= leastDistance }) { kept.append(tick) }
        return kept
    }

    /// Hundredths of the axis.
    private static let leastDistance = 7.5

    /// Where the breakout quadrant begins, in hundredths of the axis.
    var thresholdPlace: Double { ticks.first?.place ?? 0 }

    /// Where a reel stands, in hundredths of the axis.
    ///
    /// - Parameter raw: its raw value; nil where only its percentile is known, as of an earlier time. It then stands where
    ///   reels of that percentile stand now.
    public func place(percentile: Double, raw: Double?) -> Double {
        guard case .logarithm = scale else { return scale.place(percentile: percentile, raw: 0) }
        if let raw { return scale.place(percentile: percentile, raw: raw) }
        let mark = RawValues.mark(of: percentile)
        guard let values = self.raw, mark + 1 < RawValues.marks.count else { return 100 }
        let (start, end) = (RawValues.marks[mark], RawValues.marks[mark + 1])
        let first = scale.place(percentile: start, raw: values.least(at: start))
        let next = scale.place(percentile: end, raw: values.least(at: end))
        return first + (next - first) * min(max((percentile - start) / (end - start), 0), 1)
    }
}

extension AxisScale {
    /// Where cell number `cell` begins: at its lowest possible percentile, or at the least value that a reel in it can have.
    fileprivate func place(_ cell: Int, width: Double, raw: RawValues?) -> Double {
        guard cell > 0 else { return 0 }
        guard cell < Scatter.cellCount else { return 100 }
        let percentile = Double(cell) * width
        return place(percentile: percentile, raw: raw?.least(at: percentile) ?? 0)
    }
}

extension RawValues {
    /// Powers of ten between the least value and the most, the zero before them, and at most six.
    fileprivate var decades: [ScatterAxis.Tick] {
        let zero = scale.place(percentile: 0, raw: 0)
        let zeros = (least.first ?? 0) <= 0 ? [ScatterAxis.Tick(place: zero, words: words(0))] : []
        guard let leastPositive else { return zeros }
        let exponents = Self.exponent(leastPositive)...Swift.max(Self.exponent(leastPositive), Self.exponent(most))
        let step = (exponents.count - 1) / Self.mostDecades + 1
        return zeros
            + exponents.filter { $0.isMultiple(of: step) }.map { Self.power($0) }
            .filter { $0 >= leastPositive && $0 <= most }
            .map { ScatterAxis.Tick(place: scale.place(percentile: 0, raw: $0), words: words($0)) }
    }

    private static let mostDecades = 6

    private static func exponent(_ value: Double) -> Int {
        var (exponent, power) = (0, 1.0)
        while power * 10 <= value, exponent < 30 { (exponent, power) = (exponent + 1, power * 10) }
        while power > value, exponent > -30 { (exponent, power) = (exponent - 1, power / 10) }
        return exponent
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<abs(exponent)).reduce(1.0) { power, _ in exponent > 0 ? power * 10 : power / 10 }
    }
}

extension Double {
    /// `80`, `99.9`: a percentile without what says nothing.
    var briefly: String {
        let whole = rounded(.down)
        return self == whole ? Int(whole).grouped : description
    }
}
