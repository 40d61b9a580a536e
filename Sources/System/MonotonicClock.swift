import Glibc

/// The clock for measuring and for deadlines: it never goes back, and its zero means nothing.
public enum MonotonicClock {
    /// Nanoseconds since an arbitrary point.
    public static func now() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
