/// How far a reel stands above its creator's others: each class reaches up to the next. Source: docs/statistics.md,
/// "Creator".
public enum CreatorMultiplierClass: Int, Sendable, Hashable, CaseIterable, Comparable {
    case twofold = 2
    case fivefold = 5
    case tenfold = 10
    case twentyfold = 20
    case fiftyfold = 50
    case hundredfold = 100

    /// The highest class that `multiplier` reaches; nil below 2.
    public init?(multiplier: Double) {
        guard let reached = Self.allCases.last(where: { multiplier >= Double($0.rawValue) }) else { return nil }
        self = reached
    }

    /// The lower multiple comes first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
