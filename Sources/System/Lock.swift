import Glibc

/// A value that one thread at a time may touch, and that threads can wait on until it is as they need it.
///
/// Made of a pthread mutex and condition: the thread sanitizer understands those, and reports false races with
/// `Synchronization.Mutex`. Whoever changes the value wakes those who wait, so nobody can forget to. Not recursive.
@safe
public final class Lock<Value: ~Copyable>: Sendable {
    // The pointers never change after init, and what they point to is used as pthread demands: through the mutex.
    private nonisolated(unsafe) let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private nonisolated(unsafe) let changed: UnsafeMutablePointer<pthread_cond_t>
    private nonisolated(unsafe) let waiters: UnsafeMutablePointer<Int>
    private nonisolated(unsafe) let value: UnsafeMutablePointer<Value>

    /// Takes `value` into the lock's keeping.
    public init(_ value: consuming sending Value) {
        unsafe mutex = .allocate(capacity: 1)
        unsafe changed = .allocate(capacity: 1)
        unsafe waiters = .allocate(capacity: 1)
        unsafe self.value = .allocate(capacity: 1)
        unsafe waiters.initialize(to: 0)
        unsafe self.value.initialize(to: value)
        unsafe Self.require(pthread_mutex_init(mutex, nil))
        var attributes = pthread_condattr_t()
        unsafe Self.require(pthread_condattr_init(&attributes))
        // Waiting by the monotonic clock: a stepped wall clock neither cuts a wait short nor makes it endless.
        unsafe Self.require(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC))
        unsafe Self.require(pthread_cond_init(changed, &attributes))
        unsafe Self.require(pthread_condattr_destroy(&attributes))
    }

    deinit {
        unsafe pthread_cond_destroy(changed)
        unsafe pthread_mutex_destroy(mutex)
        unsafe value.deinitialize(count: 1)
        unsafe value.deallocate()
        unsafe waiters.deallocate()
        unsafe changed.deallocate()
        unsafe mutex.deallocate()
    }

    /// Runs `body` with the value while no other thread can reach it.
    public func withLock<Result: ~Copyable, Failure: Error>(
        _ body: (inout sending Value) throws(Failure) -> sending Result
    ) throws(Failure) -> sending Result {
        lock()
        defer { unlock() }
        return try unsafe body(&value.pointee)
    }

    /// Runs `attempt` with the value, again each time that it changes, until it returns something.
    ///
    /// Nil once `timeout` has passed; without a time-out it waits for ever.
    public func wait<Result: ~Copyable, Failure: Error>(
        for timeout: Duration? = nil, until attempt: (inout sending Value) throws(Failure) -> sending Result?
    ) throws(Failure) -> sending Result? {
        let deadline = timeout.map { MonotonicClock.now() + max(0, $0.nanoseconds) }
        lock()
        defer { unlock() }
        while true {
            if let result = try unsafe attempt(&value.pointee) { return result }
            guard sleep(until: deadline) else { return nil }
        }
    }

    /// False when the deadline has passed.
    private func sleep(until deadline: Int64?) -> Bool {
        unsafe waiters.pointee += 1
        defer { unsafe waiters.pointee -= 1 }
        guard let deadline else {
            unsafe Self.require(pthread_cond_wait(changed, mutex))
            return true
        }
        var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
        return unsafe pthread_cond_timedwait(changed, mutex, &time) != ETIMEDOUT
    }

    private func lock() {
        unsafe Self.require(pthread_mutex_lock(mutex))
    }

    private func unlock() {
        if unsafe waiters.pointee > 0 { unsafe Self.require(pthread_cond_broadcast(changed)) }
        unsafe Self.require(pthread_mutex_unlock(mutex))
    }

    /// These calls fail only for a lock that isn't one; going on unlocked would be worse than ending.
    private static func require(_ result: Int32) {
        precondition(result == 0, "a pthread lock failed")
    }
}
