public import Reels

/// One reel of a platform, found by its identifier. Cost: linear in the reels, a few nanoseconds each; nothing is allocated for
/// them.
extension PlatformSnapshot {
    /// The reel in each cohort that it stands in, the longest window first.
    public func standings(of reelID: String) -> [ScoredReel] {
        guard let number = data.states.reelID.dictionary.number(named: reelID),
            let row = data.states.reelID.numbers.firstIndex(of: number)
        else { return [] }
        return cohorts.compactMap { cohort in
            cohort.rows.firstIndex(of: Int32(row)).map { cohort[$0] }
        }
    }

    /// The sightings of the reel that are in memory, oldest first: those that bear on a cohort.
    public func sightings(of reelID: String) -> [Sighting] {
        guard let number = data.history.reels.number(named: reelID) else { return [] }
        return Array(data.history.sightings(of: Int(number), asOf: data.asOf))
    }
}

extension PlatformSnapshot {
    /// What the reels of a window had gained at each age, by their sightings of `stratum`.
    public func growthBand(window: Window, stratum: Stratum) -> GrowthBand {
        GrowthBand(of: data.history, window: window, stratum: stratum, asOf: data.asOf)
    }
}
