import Glibc

extension FileDescriptor {
    /// Reading and writing on this socket fail as timed out when nothing moves for so long; nil leaves a side as it is.
    public func setDeadlines(receive: Duration? = nil, send: Duration? = nil) throws(SystemError) {
        if let receive { try setOption(SO_RCVTIMEO, to: timeval(receive)) }
        if let send { try setOption(SO_SNDTIMEO, to: timeval(send)) }
    }

    /// Tells the other side of this socket that nothing more will be written.
    public func finishWriting() throws(SystemError) {
        guard shutdown(rawValue, Int32(SHUT_WR)) == 0 else { throw .last("shut down", path: path) }
    }

    private func setOption(_ option: Int32, to value: timeval) throws(SystemError) {
        var value = value
        let size = socklen_t(MemoryLayout<timeval>.size)
        guard unsafe setsockopt(rawValue, SOL_SOCKET, option, &value, size) == 0 else {
            throw .last("set a deadline on", path: path ?? "descriptor \(rawValue)")
        }
    }
}

extension timeval {
    /// Zero would mean for ever to the kernel, so the shortest is a microsecond.
    init(_ duration: Duration) {
        let microseconds = max(1, duration.nanoseconds / 1_000)
        self.init(tv_sec: Int(microseconds / 1_000_000), tv_usec: Int(microseconds % 1_000_000))
    }
}
