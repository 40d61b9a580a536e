public import Reels

/// The equal-age velocity of every reel of a history as of one instant. Source of every constant: docs/statistics.md,
/// "Velocity percentile at equal age".
///
/// A reel, seen last at age `a`, is compared with every other reel of its ``Stratum`` that was published between
/// `1.25 a` and `1.25 a + 28 days` ago (all of those had time to be seen at that age, and fashions change) and has a
/// sighting from `a / 1.25` to `1.25 a`; the one nearest in ratio counts, of two the earlier. Nothing is interpolated: few reels
/// were seen both before and after an age, and those are the big ones. Publish times known to the day, and scrape times taken
/// from a file's modification time, take no part. Each of these conditions
/// bounds `a`, so that a sighting stands for its reel over one ``AgeSpan``, and the peers of a reel are the spans over
/// its age.
///
/// Cost: O(N log N) for N sightings; about 170 bytes a sighting while it runs, 8 a reel after.
public struct EqualAgeRanking: Sendable {
    /// Ages at which a reel is compared, in microseconds.
    static let comparedAges = Microseconds.hour...720 * Microseconds.hour
    /// How much older than it must be a peer can be, in microseconds.
    static let peerAgeSpread = 28 * Microseconds.day

    /// Peers with a strictly smaller velocity, of each reel.
    private var slower: [Int32]
    /// Peers of each reel; -1 where the reel is not compared.
    private var peers: [Int32]

    /// Compares the reels of `history` by their sightings not later than `asOf`.
    public init(of history: SightingHistory, asOf: Instant) {
        slower = [Int32](repeating: 0, count: history.count)
        peers = [Int32](repeating: -1, count: history.count)
        var sweeps = EqualAgeSweeps()
        for reel in 0..<history.count {
            guard let publishTime = history.publishTime(of: reel) else { continue }
            sweeps.add(
                reel: reel, rows: history.rows(of: reel, asOf: asOf), of: history, publishTime: publishTime, asOf: asOf)
        }
        for sweep in sweeps.all {
            sweep.forEachRank { reel, slower, peers in
                self.slower[reel] = Int32(slower)
                self.peers[reel] = Int32(peers)
            }
        }
    }

    /// The reel's velocity among its peers; nil where its newest sighting was made before it was an hour or after it
    /// was 30 days old, where there is none, and where its publish time is known to the day only.
    public subscript(reel: Int) -> EqualAgeVelocity? {
        peers[reel] < 0 ? nil : EqualAgeVelocity(slower: Int(slower[reel]), peers: Int(peers[reel]))
    }
}
