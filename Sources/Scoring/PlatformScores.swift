import Reels

/// The scores of the reels of one platform in every window: the part of a ``PlatformSnapshot`` that needs the states alone.
public struct PlatformScores: Sendable {
    /// The instant for which they hold.
    let asOf: Instant
    /// Of each window, the longest first.
    let all: [CohortScores]

    /// Scores `states`. The metrics are sorted once, for the longest window.
    public init(of states: ReelStates) {
        asOf = states.asOf
        all = CohortScores.ofEveryWindow(states)
    }
}
