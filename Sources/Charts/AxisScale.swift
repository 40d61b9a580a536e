import Glibc

/// How an axis is divided: a monotone map from a percentile, or from the raw value behind it, to hundredths of its length.
public enum AxisScale: Sendable {
    /// By percentiles, 0 to 100.
    case percentile
    /// By `-log10(1 - p)`: every further nine of 99.9 takes the same room. `count` reels are ranked; nobody is above 100, which
    /// so has the place of half a reel.
    case tail(count: Int)
    /// By raw values, from the smallest positive one to the largest. Where there are zeros, they stand apart at the start.
    case logarithm(least: Double, most: Double, hasZero: Bool)

    /// Hundredths of the axis that are kept for zeros.
    private static let roomForZero = 7.0

    /// 0 to 100 for any input: what lies outside stands at the nearer end.
    public func place(percentile: Double, raw: Double) -> Double {
        switch self {
        case .percentile: Self.held(percentile)
        case .tail(let count): Self.held(Self.tailPlace(percentile, of: count))
        case .logarithm(let least, let most, let hasZero):
            Self.held(Self.logarithmicPlace(raw, least: least, most: most, hasZero: hasZero))
        }
    }

    private static func tailPlace(_ percentile: Double, of count: Int) -> Double {
        let halfReel = 0.5 / Double(max(count, 2) - 1)
        return 100 * log10(max(1 - percentile / 100, halfReel)) / log10(halfReel)
    }

    private static func logarithmicPlace(_ raw: Double, least: Double, most: Double, hasZero: Bool) -> Double {
        guard raw > 0 else { return 0 }
        let start = hasZero ? roomForZero : 0
        // All values are equal: they stand in the middle.
        guard least > 0, most > least else { return (start + 100) / 2 }
        return start + (100 - start) * max(0, log10(raw / least)) / log10(most / least)
    }

    private static func held(_ place: Double) -> Double {
        place.isNaN ? 0 : min(max(place, 0), 100)
    }
}
