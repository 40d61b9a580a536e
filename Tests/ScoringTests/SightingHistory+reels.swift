import Reels
import Scoring

extension SightingHistory {
    /// Adds a reel of its own with its sightings in this order; without a publish time only its day is known.
    mutating func append(publishTime: Instant?, sightings: [Sighting]) {
        let reel = "r\(count)"
        for sighting in sightings {
            let seen = PublishedSighting(
                sighting, publishTime: publishTime ?? .earliest, isExact: publishTime != nil)
            add(seen) { $0.append(contentsOf: reel.utf8) }
        }
        settle()
    }
}
