import Reels

/// The scores of the reels of one platform in every window, and what is counted of them: the part of a ``PlatformSnapshot`` that
/// takes neither equal-age ranks nor the run before.
public struct PlatformScores: Sendable {
    /// Of each window, the longest first.
    let cohorts: [CohortScores]
    /// Of each of ``cohorts``.
    let figures: [CohortFigures]
    /// Of each of ``cohorts``.
    let coverage: [Coverage]
    /// Of each reel of the history, how often it was seen.
    let countsOfSightings: [UInt8]
    /// Of each row of the states.
    let creatorMultipliers: CreatorMultipliers

    /// Scores `states`; `history` tells how often each reel was seen.
    public init(of states: ReelStates, history: SightingHistory) {
        cohorts = CohortScores.ofEveryWindow(states)
        figures = cohorts.map(CohortFigures.init)
        let counts = history.countsOfSightings(asOf: states.asOf)
        coverage = cohorts.map { Coverage(of: $0, sightings: counts) }
        countsOfSightings = counts
        creatorMultipliers = CreatorMultipliers(of: states)
    }
}
