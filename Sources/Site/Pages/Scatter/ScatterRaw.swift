import Charts
import Scoring

/// The raw values behind the percentiles of a cohort. Values and percentiles are in the same order, so it is enough to find the
/// reels of the least percentiles, and to look at their values alone.
struct ScatterRaw {
    let velocity: RawValues
    /// Nil where all reels hide their likes.
    let engagement: RawValues?

    init(_ columns: CohortColumns) {
        var (fast, engaging) = (LeastRanks(), LeastRanks())
        for rank in 0..<columns.count {
            fast.add(columns.velocityPercentile(rank), rank: rank)
            if let percentile = columns.engagementPercentile(rank) { engaging.add(percentile, rank: rank) }
        }
        velocity = fast.values(words: Figures.rawVelocity) { columns.viewsPerHour($0) }
        engagement =
            engaging.isEmpty
            ? nil : engaging.values(words: Figures.rawRate) { columns.engagementRate($0) ?? 0 }
    }
}

/// Of one metric the reels of the least percentile at or above each mark, of the least above the least of all, and of the largest.
private struct LeastRanks {
    private typealias Found = (percentile: Double, rank: Int)

    private var least = [Found](repeating: (.infinity, 0), count: RawValues.marks.count)
    private var second: Found = (.infinity, 0)
    private var most: Found = (-1, 0)

    var isEmpty: Bool { most.percentile < 0 }

    mutating func add(_ percentile: Double, rank: Int) {
        let mark = RawValues.mark(of: percentile)
        if percentile < least[mark].percentile { least[mark] = (percentile, rank) }
        // The least of all have 0, or 100 where there is but one.
        if percentile > 0, percentile < second.percentile { second = (percentile, rank) }
        if percentile > most.percentile { most = (percentile, rank) }
    }

    func values(words: @escaping @Sendable (Double) -> String, of value: (Int) -> Double) -> RawValues {
        var values = [Double](repeating: value(most.rank), count: least.count)
        var next = value(most.rank)
        for mark in least.indices.reversed() {
            if least[mark].percentile.isFinite { next = value(least[mark].rank) }
            values[mark] = next
        }
        let positive = [values.first ?? 0, second.percentile.isFinite ? value(second.rank) : 0].filter { $0 > 0 }.min()
        return RawValues(least: values, most: value(most.rank), leastPositive: positive, words: words)
    }
}

extension Figures {
    /// Views an hour at an axis, where room is scarce: `1 240/h`, `12 k/h`.
    package static func rawVelocity(_ viewsPerHour: Double) -> String {
        compact(viewsPerHour) + "/h"
    }

    /// An engagement rate at an axis: `6.2 %`, `0.05 %`, `120 %`.
    package static func rawRate(_ rate: Double) -> String {
        let hundredths = rate * 100
        if hundredths > 0, hundredths < 0.005 { return "<0.01" + unitSpace + "%" }
        let decimals = hundredths < 1 ? 2 : hundredths < 10 ? 1 : 0
        return (Rounded(hundredths, decimals: decimals)?.description ?? unknown) + unitSpace + "%"
    }

    /// At most about four digits.
    private static func compact(_ value: Double) -> String {
        if value > 0, value < 0.05 { return "<0.1" }
        if value < 10 { return Rounded(value, decimals: 1)?.description ?? unknown }
        let steps = [(1e4, 1.0, ""), (1e6, 1e3, "k"), (1e9, 1e6, "M"), (1e12, 1e9, "bn"), (.infinity, 1e12, "tn")]
        guard let (_, divisor, unit) = steps.first(where: { value < $0.0 }) else { return unknown }
        let scaled = value / divisor
        let short = scaled < 10 && divisor > 1
        let digits =
            short
            ? Rounded(scaled, decimals: 1)?.description
            : Int64(exactly: scaled.rounded(.toNearestOrEven)).map { whole($0) }
        return (digits ?? unknown) + (unit.isEmpty ? "" : unitSpace + unit)
    }
}
