/// How long things took, counted by length: what Prometheus computes quantiles from.
public struct LatencyHistogram: Sendable {
    /// Upper bounds in seconds, both ends of what a responder does: from a kept answer to a wait for a run.
    public static let bounds = [
        0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
        60,
    ]

    /// How many were within each bound and not within the one before.
    public private(set) var counts = [Int64](repeating: 0, count: bounds.count)
    /// All of them, those beyond the last bound as well.
    public private(set) var count: Int64 = 0
    /// Seconds, all together.
    public private(set) var sum = 0.0

    /// Of nothing yet.
    public init() {}

    /// Counts one that took so many seconds.
    public mutating func note(seconds: Double) {
        count += 1
        sum += seconds
        if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts[bucket] += 1 }
    }
}
