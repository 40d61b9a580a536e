import Glibc

/// What this process uses of the machine; nil is what the system does not say.
public struct ProcessUsage: Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let startTime: Double?
    /// Seconds, user and system together.
    public let cpuSeconds: Double
    /// Resident bytes.
    public let residentBytes: Int?
    /// Open file descriptors, of files, sockets and pipes alike.
    public let openDescriptors: Int?
    /// How many may be open; nil where there is no limit.
    public let descriptorLimit: Int?

    /// As it is now. Reads a few files of `/proc`.
    public static func now() -> ProcessUsage {
        ProcessUsage(
            startTime: started, cpuSeconds: cpuSeconds(), residentBytes: residentBytes(),
            openDescriptors: openDescriptors(), descriptorLimit: descriptorLimit())
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Found out once: a clock that is set later would move it, and a start that moves looks like another start.
    private static let started = startTime()

    /// By the clock on the wall: the time since boot is the kernel's.
    private static func startTime() -> Double? {
        // After the name, which may hold anything and ends with the last parenthesis; the 22nd field of all (proc(5)).
        guard let text = text(of: "/proc/self/stat"), let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[end...].split(separator: " ")
        guard fields.count > 20, let ticks = Double(fields[20]) else { return nil }
        var sinceBoot = timespec()
        unsafe clock_gettime(CLOCK_BOOTTIME, &sinceBoot)
        let uptime = Double(sinceBoot.tv_sec) + Double(sinceBoot.tv_nsec) / 1e9
        let age = uptime - ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
        return Double(WallClock.now()) / 1e6 - age
    }

    private static func residentBytes() -> Int? {
        text(of: "/proc/self/statm")?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            .map { $0 * sysconf(Int32(_SC_PAGESIZE)) }
    }

    private static func openDescriptors() -> Int? {
        guard let folder = unsafe opendir("/proc/self/fd") else { return nil }
        defer { unsafe closedir(folder) }
        var count = 0
        while unsafe readdir(folder) != nil { count += 1 }
        // Not itself and its parent, nor the descriptor that reads them.
        return count - 3
    }

    private static func descriptorLimit() -> Int? {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard unsafe getrlimit(resource, &limit) == 0, limit.rlim_cur != rlim_t.max else { return nil }
        return Int(clamping: limit.rlim_cur)
    }

    private static func text(of path: String) -> String? {
        // A file of /proc that cannot be read is a figure that nobody gets.
        (try? File.read(path, limit: 64 << 10)).map { String(decoding: $0, as: UTF8.self) }
    }
}
