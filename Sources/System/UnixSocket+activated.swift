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
        try numbers(from: first, expected: 1, "one was").first.map { FileDescriptor(owning: $0) }
    }

    /// The numbers of the two listening sockets that systemd opened for this process, in the order of the unit's lines; nil
    /// where there are none for it. They stay open as long as the process.
    public static func activatedPair() throws(SystemError) -> (first: Int32, second: Int32)? {
        try activatedPair(from: firstActivated)
    }

    /// The same with another first number.
    package static func activatedPair(from first: Int32) throws(SystemError) -> (first: Int32, second: Int32)? {
        let numbers = try numbers(from: first, expected: 2, "two were")
        return numbers.isEmpty ? nil : (numbers[0], numbers[1])
    }

    /// SD_LISTEN_FDS_START of sd-daemon.h: those handed over are numbered from here on.
    private static let firstActivated: Int32 = 3

    /// As many as `expected`, or none.
    private static func numbers(
        from first: Int32, expected: Int32, _ words: String
    ) throws(SystemError) -> [Int32] {
        guard Environment.value("LISTEN_PID").flatMap(Int32.init) == CurrentProcess.identifier,
            let announced = Environment.value("LISTEN_FDS"), announced != "0"
        else { return [] }
        guard Int32(announced) == expected else {
            throw unusable(E2BIG, "\(words) expected, and LISTEN_FDS is \(announced)")
        }
        let numbers = Array(first..<(first + expected))
        for number in numbers { try takeOver(number) }
        return numbers
    }

    private static func takeOver(_ number: Int32) throws(SystemError) {
        guard isListening(number) else {
            throw unusable(ENOTSOCK, "descriptor \(number) is no socket on which connections can be accepted")
        }
        // Whoever can connect is obeyed, which only a path with permissions can guard.
        guard domain(of: number) == AF_UNIX else {
            throw unusable(EAFNOSUPPORT, "it has no path; ListenStream= must be one")
        }
        let socket = FileDescriptor(owning: number)
        socket.closeInChildren()
        _ = socket.release()
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
