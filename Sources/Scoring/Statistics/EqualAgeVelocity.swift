/// How fast a reel had gathered its views against the other reels of the feed at the same age: a percentile "among the
/// reels that this feed showed". Source: STATISTICS.md, "Velocity percentile at equal age". It depends on no window.
///
/// Weak spots. A new installation can rate few young reels: 58 % in simulated feeds on the first day, 95 % on the
/// seventh. After a change of actor or account the peers come from another feed. Hour, weekday and the size of the
/// audience are not matched.
public struct EqualAgeVelocity: Sendable, Hashable {
    /// Below so many peers there is no percentile: `few_peers`.
    public static let fewestPeers = 30

    /// Peers with a strictly smaller velocity.
    public let slower: Int
    /// All reels compared with.
    public let peers: Int

    /// `slower` of `peers`.
    public init(slower: Int, peers: Int) {
        self.slower = slower
        self.peers = peers
    }

    /// Whether there are too few peers to say anything.
    public var hasFewPeers: Bool { peers < Self.fewestPeers }

    /// `100 * slower / peers`, 0 to 100; nil with few peers.
    public var percentile: Double? {
        hasFewPeers ? nil : 100.0 * Double(slower) / Double(peers)
    }

    /// Wilson's 95 % interval of ``percentile``, 0 to 100; nil with few peers.
    public var interval: ClosedRange<Double>? {
        guard !hasFewPeers else { return nil }
        let share = ConfidenceInterval.wilson(successes: slower, trials: peers)
        return 100 * share.lowerBound...100 * share.upperBound
    }
}
