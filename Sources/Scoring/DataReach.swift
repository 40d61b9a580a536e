public import Reels

/// How far back in time the data reaches that answers for an instant.
public struct DataReach: Sendable {
    private let earliestAsOf: Instant

    /// For `asOf`, and for the run before the newest one, at `previous`, where there was one.
    public init(asOf: Instant, previous: Instant?) {
        earliestAsOf = previous ?? asOf
    }

    /// A reel that was published earlier is in no cohort, neither as of now nor as of the run before.
    public var publishedSince: Instant { earlier(by: Window.longest.microseconds) }

    /// No reel that counts was seen earlier: an item that was published more than a day after it was seen is rejected.
    public var seenSince: Instant { earlier(by: Window.longest.microseconds + Microseconds.day) }

    private func earlier(by distance: Int64) -> Instant {
        max(earliestAsOf.advanced(byMicroseconds: -distance), .earliest)
    }
}
