/// 95 % score intervals: those values of a parameter that a test would not reject, given what was counted.
///
/// They need no logarithm and no error function, only the square root, which IEEE 754 rounds correctly: the same bits
/// on every machine.
public enum ConfidenceInterval {
    /// The 97.5 % quantile of the standard normal distribution.
    public static let z = 1.959964

    /// Wilson's interval of the proportion `successes / trials`, within 0 to 1. `trials` is at least 1, `successes` at
    /// most `trials`. Source: docs/statistics.md, "Velocity percentile at equal age".
    ///
    /// `(p + z^2 / 2n +- z * sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)`; of 3 in 6 it is 0.188 to 0.812.
    public static func wilson(successes: Int, trials: Int) -> ClosedRange<Double> {
        let (n, p) = (Double(trials), Double(successes) / Double(trials))
        let scale = 1 + z * z / n
        let centre = (p + z * z / (2 * n)) / scale
        let halfWidth = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / scale
        return max(0, centre - halfWidth)...min(1, centre + halfWidth)
    }

    /// The score interval of the mean of a Poisson distribution of which `count` events were seen: `count` is at least
    /// 0, and so is the lower end. Source: docs/statistics.md, "Engagement's counting noise".
    ///
    /// `count + z^2 / 2 +- z * sqrt(count + z^2 / 4)`.
    public static func poisson(count: Double) -> ClosedRange<Double> {
        let centre = count + z * z / 2
        let halfWidth = z * (count + z * z / 4).squareRoot()
        return max(0, centre - halfWidth)...(centre + halfWidth)
    }
}
