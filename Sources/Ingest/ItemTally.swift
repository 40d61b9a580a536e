public import Reels
import Storage

/// What a run's items were, for the line that tells the operator.
public struct ItemTally: Sendable, Equatable {
    /// Items seen so far.
    public private(set) var received: Int64 = 0
    /// Platforms of the sightings.
    public private(set) var platforms: Set<Platform> = []
    /// Items that tell of a reel.
    public private(set) var sightings: Int64 = 0
    /// Those among them whose reel was older than the longest window when it was seen.
    public private(set) var oldSightings: Int64 = 0
    /// Rejected items by code: how many, and why.
    public private(set) var rejections: [String: Rejection] = [:]

    /// Items rejected for the same cause.
    public struct Rejection: Sendable, Equatable {
        /// How many.
        public var count: Int64
        /// Their reasons, the first few that differ.
        public var reasons: [String]
    }

    /// So many reasons of one code are told; all are stored with their items.
    private static let shownReasons = 4

    mutating func count(_ outcome: IncomingItem.Outcome) {
        received += 1
        switch outcome {
        case .sighting(let observation):
            platforms.insert(observation.key.platform)
            sightings += 1
            let age = observation.scrapedAt.microseconds(since: observation.publishTime)
            if age > Window.longest.microseconds { oldSightings += 1 }
        case .rejected(let code, let reason, _, _):
            var rejection = rejections[code] ?? Rejection(count: 0, reasons: [])
            rejection.count += 1
            if rejection.reasons.count < Self.shownReasons, !rejection.reasons.contains(reason) {
                rejection.reasons.append(reason)
            }
            rejections[code] = rejection
        }
    }

    /// The platform, where there was only one.
    public var platform: Platform? { platforms.count == 1 ? platforms.first : nil }
}
