public import Scoring

/// What is done with the parts of a platform's data as soon as each is there, while the rest is still being read.
public struct LoadingProgress {
    /// Is given the history.
    public let history: (SightingHistory) throws -> Void
    /// Is given the states, and the history.
    public let states: (ReelStates, SightingHistory) throws -> Void

    /// Calls `history` and `states`.
    public init(
        history: @escaping (SightingHistory) throws -> Void,
        states: @escaping (ReelStates, SightingHistory) throws -> Void
    ) {
        self.history = history
        self.states = states
    }

    /// Nothing is done until all is there.
    public static var none: LoadingProgress { LoadingProgress(history: { _ in }, states: { _, _ in }) }
}
