import Glibc

/// How this process treats signals: those it ends by are blocked everywhere, and one thread waits for them.
public enum Signals {
    /// Blocks `signals` on this thread and on all that it starts later. The first thing in a `main`.
    public static func block(_ signals: Set<Signal>) {
        var set = maskSet(signals.map(\.number))
        unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Waits until one of `signals`, which must be blocked, is sent to the process, and says which.
    public static func wait(for signals: Set<Signal>) -> Signal {
        var set = maskSet(signals.map(\.number))
        while true {
            var number: Int32 = 0
            let result = unsafe sigwait(&set, &number)
            if result == 0, let signal = signals.first(where: { $0.number == number }) { return signal }
        }
    }

    /// The same, but not longer than `timeout`; nil when none has come until then.
    public static func wait(for signals: Set<Signal>, within timeout: Duration) -> Signal? {
        var set = maskSet(signals.map(\.number))
        let deadline = ContinuousClock.now + timeout
        repeat {
            let left = max(.zero, deadline - ContinuousClock.now).components
            var time = timespec(tv_sec: Int(left.seconds), tv_nsec: Int(left.attoseconds / 1_000_000_000))
            let number = unsafe sigtimedwait(&set, nil, &time)
            if let signal = signals.first(where: { $0.number == number }) { return signal }
        } while ContinuousClock.now < deadline
        return nil
    }

    /// Writing to a connection that the other side has closed becomes an error, and no longer ends the process.
    public static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_IGN)
    }

    /// `Thread.interrupt` works whatever was blocked before the thread was started.
    static func unblockInterrupts() {
        var set = maskSet([Signal.urgent])
        unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }

    private static func maskSet(_ numbers: [Int32]) -> sigset_t {
        var set = sigset_t()
        unsafe sigemptyset(&set)
        for number in numbers { unsafe sigaddset(&set, number) }
        return set
    }
}
