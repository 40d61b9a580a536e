public import Reels
public import Storage

/// When a feed is to be served again.
public struct FeedSchedule: Sendable {
    /// From the start of one run to the start of the next.
    public var interval: Duration
    /// So much too early is in time: whoever asks comes round only so often.
    public var tolerance = Duration.zero
    /// A run that has failed is not followed by another sooner.
    public var pauseAfterFailure = Duration.zero

    /// A schedule; see the members.
    public init(interval: Duration, tolerance: Duration = .zero, pauseAfterFailure: Duration = .zero) {
        self.interval = interval
        self.tolerance = tolerance
        self.pauseAfterFailure = pauseAfterFailure
    }

    /// The schedule for who asks once an hour, at no exact minute.
    public static func hourly(interval: Duration) -> FeedSchedule {
        FeedSchedule(interval: interval, tolerance: min(.seconds(1_800), interval / 4))
    }

    /// When the feed is due: at once where it was never served or its last run was interrupted.
    public func dueTime(after last: FeedJournal.LastService) -> Instant? {
        let regular =
            last.interruptedRunID == nil ? last.startedAt.map { $0.advanced(by: interval - tolerance) } : nil
        let afterFailure = pauseAfterFailure > .zero ? last.failedAt.map { $0.advanced(by: pauseAfterFailure) } : nil
        return [regular, afterFailure].compactMap { $0 }.max()
    }

    /// Whether it is due.
    public func isDue(after last: FeedJournal.LastService, at now: Instant) -> Bool {
        dueTime(after: last).map { $0 <= now } ?? true
    }
}

extension Instant {
    func advanced(by duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        return advanced(byMicroseconds: seconds * Microseconds.second + attoseconds / 1_000_000_000_000)
    }
}
