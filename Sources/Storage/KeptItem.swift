/// An item as it was received and is kept.
public struct KeptItem: Sendable, Equatable {
    /// Its place among the run's items, from 0.
    public var ordinal: Int64
    /// The bytes that are kept: all of them, or the first few where the item was too long.
    public var bytes: [UInt8]
    /// How many bytes there were.
    public var length: Int64
    /// Of an item that was too long to keep whole.
    public var sha256: [UInt8]?

    /// An item; see the members.
    public init(ordinal: Int64, bytes: [UInt8], length: Int64, sha256: [UInt8]? = nil) {
        self.ordinal = ordinal
        self.bytes = bytes
        self.length = length
        self.sha256 = sha256
    }
}
