import Reels

extension Instant {
    /// The years 0001 to 9999: what can be written, and what a cursor of ours can hold.
    static let writable = Instant.earliest...Instant(seconds: 253_402_300_799)
}
