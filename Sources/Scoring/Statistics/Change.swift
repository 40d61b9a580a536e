public import Reels

/// What is different about a reel since an earlier as-of: the difference of two snapshots, so that every past has changes of its
/// own. Source: docs/statistics.md, "Since the last run".
public struct Change: Sendable, Hashable {
    /// What happened.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It entered the list of breakouts.
        case newBreakout = "new_breakout"
        /// It began to gain faster than over its life.
        case reaccelerating
        /// It left the list of breakouts.
        case goneQuiet = "gone_quiet"
    }

    /// What happened.
    public let kind: Kind
    /// What names the reel.
    public let key: ReelKey
    /// The reel's rank in the later cohort, counted from 0; nil where it is no longer in it.
    public let rank: Int?
    /// Why, in one sentence made of the reel's numbers, rounded to two decimals.
    public let reason: String
}

extension Change {
    /// The difference of two cohorts of one window, in the order of `after`; what has gone quiet follows in the order
    /// of `before`. A reel that began to break out and to re-accelerate is told of twice.
    public static func all(from before: [Standing], to after: [Standing]) -> [Change] {
        let old = Dictionary(before.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var changes: [Change] = []
        for standing in after {
            let earlier = old[standing.key]
            if standing.isListed, earlier?.isListed != true {
                changes.append(Change(.newBreakout, of: standing, because: standing.breakoutReason))
            }
            if standing.isReaccelerating, earlier?.isReaccelerating != true {
                changes.append(Change(.reaccelerating, of: standing, because: standing.accelerationReason))
            }
        }
        for standing in before where standing.isListed {
            let later = new[standing.key]
            guard later?.isListed != true else { continue }
            changes.append(
                Change(
                    kind: .goneQuiet, key: standing.key, rank: later?.rank, reason: standing.quietReason(later: later)))
        }
        return changes
    }

    private init(_ kind: Kind, of standing: Standing, because reason: String) {
        self.init(kind: kind, key: standing.key, rank: standing.rank, reason: reason)
    }
}
