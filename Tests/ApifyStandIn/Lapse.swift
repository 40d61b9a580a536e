import System

/// How much has to pass before something at Apify changes: so many questions about it, or so much time.
///
/// Questions make a script repeat exactly, with no clock in it; time is for whoever wants to watch.
package enum Lapse: Sendable {
    /// That many questions are still answered as before the change.
    case questions(Int)
    /// So much time by the monotonic clock.
    case time(Duration)

    /// The change is there at once.
    package static let none = Lapse.questions(0)

    /// Whether it is over, when `asked` questions have been answered since `start`, in nanoseconds of `MonotonicClock`.
    func isOver(asked: Int, since start: Int64) -> Bool {
        switch self {
        case .questions(let count): asked >= count
        case .time(let duration): MonotonicClock.now() - start >= duration.nanoseconds
        }
    }

    /// How long from now until it is over; nil where only questions bring it nearer.
    func remaining(since start: Int64) -> Duration? {
        guard case .time(let duration) = self else { return nil }
        return .nanoseconds(max(0, start + duration.nanoseconds - MonotonicClock.now()))
    }
}
