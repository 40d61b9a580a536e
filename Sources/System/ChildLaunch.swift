import Glibc

/// Everything that is needed to start a program, in the form posix_spawn takes.
struct ChildLaunch {
    let executable: String
    let arguments: [String]
    let environment: [String]
    let descriptors: [Int32: Int32]

    func spawn() throws(SystemError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (place, ours) in descriptors.sorted(by: { $0.key < $1.key }) {
            unsafe posix_spawn_file_actions_adddup2(&actions, ours, place)
        }
        var attributes = Self.defaultSignals()
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var child = pid_t()
        let result = unsafe Self.withCStrings([executable] + arguments) { arguments in
            unsafe Self.withCStrings(environment) { environment in
                unsafe posix_spawn(&child, executable, &actions, &attributes, arguments, environment)
            }
        }
        guard result == 0 else { throw SystemError("start", code: result, path: executable) }
        return child
    }

    /// What this process blocks and ignores is no business of the child's.
    private static func defaultSignals() -> posix_spawnattr_t {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        var every = sigset_t()
        unsafe sigfillset(&every)
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &every)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        return attributes
    }

    private static func withCStrings(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32
    ) -> Int32 {
        var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { unsafe free($0) } }
        return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return EINVAL }
            return unsafe body(base)
        }
    }
}
