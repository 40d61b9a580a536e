public import Scoring

/// What is done with the parts of a platform's data as soon as each is there, while the rest is still being read.
public struct LoadingProgress {
    /// Is given the history.
    public let history: (SightingHistory) throws -> Void
    /// Is given the states.
    public let states: (ReelStates) throws -> Void

    /// Calls `history` and `states`.
    public init(
        history: @escaping (SightingHistory) throws -> Void, states: @escaping (ReelStates) throws -> Void
    ) {
        self.history = history
        self.states = states
    }

    /// Nothing is done until all is there.
    public static var none: LoadingProgress {
        LoadingProgress { _ in
        } states: { _ in
        }
    }
}
