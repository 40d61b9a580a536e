import FastCGI
import Metrics
import System

/// Requests that went wrong, in the log: the first of a kind at once, and what follows once a minute, counted. Clients leave
/// whenever they like, and whoever does so a thousand times a second is not to fill the disk.
final class RefusalLog: Sendable {
    private struct Kind {
        var toldAt: Int64
        var untold = 0
    }

    /// Nanoseconds.
    private static let pause = Duration.seconds(60).nanoseconds

    private let kinds = Lock([Refusal: Kind]())
    /// All of them.
    let counts = Tally<Refusal>()

    /// Notes `refusal`, and says so unless one of its kind was told of within the last minute.
    func note(_ refusal: Refusal) {
        counts.note(refusal)
        let now = MonotonicClock.now()
        let untold = kinds.withLock { kinds -> Int? in
            if let kind = kinds[refusal], now < kind.toldAt + Self.pause {
                kinds[refusal]?.untold += 1
                return nil
            }
            return kinds.updateValue(Kind(toldAt: now), forKey: refusal)?.untold ?? 0
        }
        guard let untold else { return }
        Log.notice(untold == 0 ? "\(refusal)" : "\(refusal); and \(untold) more since this was last said")
    }
}
