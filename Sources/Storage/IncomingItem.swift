public import Reels

/// An item on its way into the database, with what became of it so far.
public struct IncomingItem: Sendable {
    /// The bytes that are kept: all of them, or the first few where the item was too long.
    public var keptBytes: [UInt8]
    /// How many bytes there were.
    public var length: Int64
    /// Of an item that was too long to keep whole.
    public var sha256: [UInt8]?
    /// What the item says, or why it says nothing.
    public var outcome: Outcome

    /// Whether the item was understood.
    public enum Outcome: Sendable {
        /// It is a sighting of a reel; whether it is the observation or repeats one is found out in the database.
        case sighting(Observation)
        /// It is none.
        case rejected(code: String, reason: String, reelID: String?, platform: Platform?)
    }

    /// An item and its outcome.
    public init(keptBytes: [UInt8], length: Int64, sha256: [UInt8]? = nil, outcome: Outcome) {
        self.keptBytes = keptBytes
        self.length = length
        self.sha256 = sha256
        self.outcome = outcome
    }
}
