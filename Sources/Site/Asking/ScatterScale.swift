/// How the axes of the scatter are divided; `axes` of an address.
enum ScatterScale: String, CaseIterable, Sendable {
    /// By percentiles, 0 to 100.
    case percentile = "pct"
    /// By `-log10(1 - p)`: the more room the nearer the corner.
    case tail
    /// By the values themselves, logarithmically.
    case logarithm = "log"
}
