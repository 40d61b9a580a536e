import Glibc

extension UnixSocket {
    /// The listening socket that systemd opened for this process (sd_listen_fds(3)); nil where there is none for it.
    ///
    /// Ask once, and before other threads start programs: the answer owns the descriptor. Programs started later get
    /// neither the socket nor, since the variables name this process, any reason to look for one. Throws `SystemError`
    /// when it is anything else than one socket of this kind.
    public static func activated() throws(SystemError) -> FileDescriptor? {
        try activated(from: firstActivated)
    }

    /// The same with another first number: a test's own process may use the third descriptor for something else.
    package static func activated(from first: Int32) throws(SystemError) -> FileDescriptor? {
        guard Environment.value("LISTEN_PID").flatMap(Int32.init) == CurrentProcess.identifier,
            let announced = Environment.value("LISTEN_FDS")
        else { return nil }
        guard let count = Int32(announced), (0...1).contains(count) else {
            throw unusable(E2BIG, "one was expected, and LISTEN_FDS is \(announced)")
        }
        return count == 0 ? nil : try takeOver(first)
    }

    /// SD_LISTEN_FDS_START of sd-daemon.h: those handed over are numbered from here on.
    private static let firstActivated: Int32 = 3

    private static func takeOver(_ number: Int32) throws(SystemError) -> FileDescriptor {
        guard isListening(number) else {
            throw unusable(ENOTSOCK, "descriptor \(number) is no socket on which connections can be accepted")
        }
        // Whoever can connect is obeyed, which only a path with permissions can guard.
        guard domain(of: number) == AF_UNIX else {
            throw unusable(EAFNOSUPPORT, "it has no path; ListenStream= must be one")
        }
        let socket = FileDescriptor(owning: number)
        socket.closeInChildren()
        return socket
    }

    private static func domain(of descriptor: Int32) -> Int32? {
        var domain: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return unsafe getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size) == 0 ? domain : nil
    }

    private static func unusable(_ code: Int32, _ detail: String) -> SystemError {
        SystemError("take over systemd's socket", code: code, detail: detail)
    }
}
