import Reels

/// What is known of the reels of one platform beside the score, whatever the window.
final class PlatformQuantities: Sendable {
    /// Where all of them were seen.
    let history: SightingHistory
    /// Of each reel of ``history``; nil where it was not computed.
    let equalAge: EqualAgeRanking?
    /// Of each reel of ``history``, how often it was seen.
    let countsOfSightings: [UInt8]
    /// Of each row of the states.
    let creatorMultipliers: CreatorMultipliers?

    /// What `history` tells, with what was computed from it.
    init(history: SightingHistory, scores: PlatformScores, equalAge: EqualAgeRanking) {
        self.history = history
        self.equalAge = equalAge
        countsOfSightings = scores.countsOfSightings
        creatorMultipliers = scores.creatorMultipliers
    }

    /// What `history` tells of growth alone, as of `asOf`.
    init(history: SightingHistory, asOf: Instant) {
        self.history = history
        equalAge = nil
        countsOfSightings = history.countsOfSightings(asOf: asOf)
        creatorMultipliers = nil
    }

    /// Of reels of which nothing is known but `states`.
    convenience init(of states: ReelStates) {
        self.init(history: SightingHistory(platform: states.platform), asOf: states.asOf)
    }

    /// The sightings of the reel of that number, oldest first: those that were made not later than `asOf`.
    func sightings(of reel: Int32, asOf: Instant) -> some RandomAccessCollection<Sighting> {
        // A reel that the history does not know has none.
        let reel = Int(reel) < history.count ? Int(reel) : nil
        let rows = reel.map { history.rows(of: $0, asOf: asOf) } ?? 0..<0
        return history.sightings(in: rows)
    }
}
