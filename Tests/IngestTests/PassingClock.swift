import Reels
import System

/// The wall clock of a world in which each pause has passed at once: it is ahead by as much as was paused.
final class PassingClock: Sendable {
    private let pauses = Lock([Duration]())

    /// What was paused so far, in order.
    var waits: [Duration] { pauses.withLock { $0 } }

    func now() -> Instant {
        let ahead = waits.reduce(.zero, +)
        return Instant(microseconds: WallClock.now() + ahead.nanoseconds / 1_000)
    }

    func pause(_ duration: Duration) {
        pauses.withLock { $0.append(duration) }
    }
}
