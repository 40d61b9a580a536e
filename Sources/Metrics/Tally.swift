import System

/// Counts by kind, from any thread.
public final class Tally<Kind: Hashable & Sendable>: Sendable {
    private let counts = Lock([Kind: Int64]())

    /// Nothing counted yet.
    public init() {}

    /// One more of `kind`.
    public func note(_ kind: Kind) {
        counts.withLock { $0[kind, default: 0] += 1 }
    }

    /// What was counted so far.
    public var snapshot: [Kind: Int64] { counts.withLock { $0 } }
}
