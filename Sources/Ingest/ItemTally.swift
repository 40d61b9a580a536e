public import Reels
import Storage

/// What a run's items were, for the line that tells the operator.
public struct ItemTally: Sendable, Equatable {
    /// Items seen so far.
    public private(set) var received: Int64 = 0
    /// Platforms of the sightings.
    public private(set) var platforms: Set<Platform> = []
    /// Rejected items by code: how many, and the first one's reason.
    public private(set) var rejections: [String: Rejection] = [:]

    /// Items rejected for the same cause.
    public struct Rejection: Sendable, Equatable {
        /// How many.
        public var count: Int64
        /// The first one's reason.
        public var example: String
    }

    mutating func count(_ outcome: IncomingItem.Outcome) {
        received += 1
        switch outcome {
        case .sighting(let observation): platforms.insert(observation.key.platform)
        case .rejected(let code, let reason, _, _):
            rejections[code, default: Rejection(count: 0, example: reason)].count += 1
        }
    }

    /// The platform, where there was only one.
    public var platform: Platform? { platforms.count == 1 ? platforms.first : nil }
}
