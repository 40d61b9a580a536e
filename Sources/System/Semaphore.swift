/// A number of permits, held while work runs: the bound of a pool, which refuses at once when it is full.
public final class Semaphore: Sendable {
    private let free: Lock<Int>

    /// At most `permits` bodies run at a time.
    public init(permits: Int) {
        free = Lock(permits)
    }

    /// Runs `body` with a permit; nil, without running it, when none came free within `patience`.
    public func withPermit<Result, Failure: Error>(
        waitingFor patience: Duration = .zero, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard acquire(waitingFor: patience) else { return nil }
        defer { free.withLock { $0 += 1 } }
        return try body()
    }

    private func acquire(waitingFor patience: Duration) -> Bool {
        let taken = free.wait(for: patience) { (free: inout sending Int) -> Bool? in
            guard free > 0 else { return nil }
            free -= 1
            return true
        }
        return taken != nil
    }
}
