import Glibc

/// What this process denies itself.
public enum ResourceLimits {
    /// No core dump is written from now on: it would hold secrets. Throws `SystemError`.
    ///
    /// The limit is one byte, which is too small for any file, and which alone also keeps the kernel from piping the
    /// dump to a program; zero does not (Linux `fs/coredump.c`).
    public static func disableCoreDumps() throws(SystemError) {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_CORE.rawValue)
        guard unsafe getrlimit(resource, &limit) == 0 else { throw .last("read the core dump limit") }
        limit.rlim_max = min(1, limit.rlim_max)
        limit.rlim_cur = limit.rlim_max
        guard unsafe setrlimit(resource, &limit) == 0 else { throw .last("switch core dumps off") }
    }
}
