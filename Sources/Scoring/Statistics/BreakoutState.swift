/// How well it is established that a reel breaks out now. Source: docs/statistics.md, "Breakout state".
///
/// The quadrant (velocity and engagement within the cohort) alone names many reels that are old news. In simulated feeds 43 to
/// 46 % of the candidates, and 71 to 79 % of the confirmed, were really among the fastest tenth at their age.
public enum BreakoutState: String, Sendable, Hashable, CaseIterable {
    /// In the quadrant, fresh, and among the fastest fifth at its age even at the lower end of the interval.
    case confirmed
    /// In the quadrant and fresh.
    case candidate
    /// In the quadrant, and not seen for more than a day.
    case unseen

    /// Percentile at equal age that the lower end of the interval must reach.
    public static let confirmedPercentile = 80.0

    /// Nil outside the quadrant, and where `isBreakout` is unknown.
    public init?(isBreakout: Bool?, isFresh: Bool, equalAge: EqualAgeVelocity?) {
        guard isBreakout == true else { return nil }
        guard isFresh else {
            self = .unseen
            return
        }
        let lowerEnd = equalAge?.interval?.lowerBound ?? 0
        self = lowerEnd >= Self.confirmedPercentile ? .confirmed : .candidate
    }

    /// Whether the reel stands in the list of breakouts and in the feed.
    public var isListed: Bool { self != .unseen }
}
