import Glibc

/// The clock on the wall, for what is written down or shown.
public enum WallClock {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public static func now() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return time.microseconds
    }
}

extension timespec {
    var microseconds: Int64 {
        Int64(tv_sec) * 1_000_000 + Int64(tv_nsec) / 1_000
    }
}
