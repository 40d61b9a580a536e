import Charts
import Reels
import Scoring

/// The axes of the picture of some cohorts.
struct ScatterAxes {
    let across: ScatterAxis
    let up: ScatterAxis
    /// The division that was asked for cannot be drawn, since each platform has raw values of its own.
    let lacksRawValues: Bool

    init(_ cohorts: [Cohort], query: PerformanceQuery) {
        let ranked = cohorts.filter { $0.count > 0 }
        let only = ranked.count == 1 ? ranked.first : nil
        lacksRawValues = query.scale == .logarithm && only == nil
        let raw = only.map { ScatterRaw(CohortColumns($0)) }
        let count = ranked.map(\.count).max() ?? 0
        let isMixed = ranked.count > 1
        up = Self.axis(
            isMixed ? "Engagement, within the platform" : "Engagement", unit: "% of views",
            threshold: Formulas.breakoutEngagementPercentile, scale: query.scale, count: count, raw: raw?.engagement)
        switch query.across {
        case .velocity:
            across = Self.axis(
                isMixed ? "Velocity, within the platform" : "Velocity", unit: "views/h",
                threshold: Formulas.breakoutVelocityPercentile, scale: query.scale, count: count, raw: raw?.velocity)
        case .pace:
            // What is fast depends on the age, so that no raw value belongs to a percentile.
            across = Self.axis(
                "Pace, among reels of the same age", unit: "", threshold: Formulas.breakoutVelocityPercentile,
                scale: query.scale, count: count, raw: nil)
        }
    }

    private static func axis(
        _ name: String, unit: String, threshold: Double, scale: ScatterScale, count: Int, raw: RawValues?
    ) -> ScatterAxis {
        let rawUnit = raw == nil || unit.isEmpty ? "" : " and \(unit)"
        switch (scale, raw) {
        case (.logarithm, let raw?):
            return .logarithm("\(name): \(unit), logarithmic", threshold: threshold, raw: raw)
        case (.tail, _):
            return .tail(
                "\(name): percentile\(rawUnit), by nines", threshold: threshold, count: count, raw: raw)
        case (.percentile, _), (.logarithm, _):
            return .percentiles("\(name): percentile\(rawUnit)", threshold: threshold, raw: raw)
        }
    }
}
