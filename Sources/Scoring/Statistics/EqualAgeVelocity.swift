/// How fast a reel had gathered its views against the other reels of the feed at the same age: a percentile "among the
/// reels that this feed showed". Source: docs/statistics.md, "Velocity percentile at equal age". It depends on no window. Which
/// reels are its peers stands at ``EqualAgeRanking``.
///
/// By hand: a reel was seen last 3 hours old with 1,200 views, 400 an hour. Its peers were seen 2.4 to 3.75 hours old, all of them
/// published 20 hours ago: at 2.5 h with 900 (360 an hour, slower), 3.6 h with 1,500 (417), 3 h with 300 (100, slower), 3.7 h with
/// 2,590 (700), 2.4 h with 0 (slower), 2.45 h with 980 (400, a tie, not slower). One seen at 2 and at 8 hours is no peer, nor is one
/// published 40 days ago. Three of six are slower: 50, Wilson's interval 18.8 to 81.2, and not told, since six are few.
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
