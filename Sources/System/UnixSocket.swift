import Glibc

/// Stream sockets that have a path in the file system.
public enum UnixSocket {
    /// The most bytes that a path may have.
    public static let longestPath = 107

    /// Connects to whoever listens at `path`; sending and receiving have the same `timeout`. Throws `SystemError`.
    public static func connect(path: String, timeout: Duration) throws(SystemError) -> FileDescriptor {
        let socket = try make(path: path)
        // Connecting waits while the listener's queue is full, for as long as sending may.
        try socket.setDeadlines(receive: timeout, send: timeout)
        let result = try unsafe withAddress(path) { unsafe Glibc.connect(socket.rawValue, $0, $1) }
        guard result == 0 else { throw .last("connect to", path: path) }
        return socket
    }

    /// Listens at `path`, for those whom the permission bits `mode` let write there. Throws `SystemError`.
    ///
    /// A socket file that nobody listens at any more is replaced; one with a listener is an error (`EADDRINUSE`).
    public static func listen(
        path: String, mode: UInt32 = 0o660, backlog: Int32 = 128
    ) throws(SystemError) -> FileDescriptor {
        let socket = try make(path: path)
        try removeStale(path)
        // Before bind the mode of the socket itself becomes the file's, less the umask: never wider than asked.
        guard fchmod(socket.rawValue, mode) == 0 else { throw .last("set the mode of", path: path) }
        let result = try unsafe withAddress(path) { unsafe bind(socket.rawValue, $0, $1) }
        guard result == 0 else { throw .last("listen at", path: path) }
        guard unsafe chmod(path, mode) == 0 else { throw .last("set the mode of", path: path) }
        guard Glibc.listen(socket.rawValue, backlog) == 0 else { throw .last("listen at", path: path) }
        return socket
    }

    /// The next connection on `listener`. Throws `SystemError`, with `EINTR` when `Thread.interrupt` broke it off.
    public static func accept(on listener: borrowing FileDescriptor) throws(SystemError) -> FileDescriptor {
        try accept(on: listener.rawValue)
    }

    /// The next connection on the listening descriptor with that number, which the caller keeps open.
    public static func accept(on listener: Int32) throws(SystemError) -> FileDescriptor {
        let descriptor = Glibc.accept(listener, nil, nil)
        guard descriptor >= 0 else { throw .last("accept a connection") }
        let connection = FileDescriptor(owning: descriptor)
        connection.closeInChildren()
        return connection
    }

    /// Whether `descriptor` is a socket on which connections can be accepted.
    public static func isListening(_ descriptor: Int32) -> Bool {
        var listening: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return unsafe getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) == 0 && listening != 0
    }

    /// A socket that `path` can be the address of.
    static func make(
        path: String, kind: Int32 = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    ) throws(SystemError) -> FileDescriptor {
        let length = path.utf8.count
        guard length <= longestPath else {
            let detail = "a socket's path is at most \(longestPath) bytes, this one is \(length)"
            throw SystemError("use socket", code: ENAMETOOLONG, path: path, detail: detail)
        }
        let socket = Glibc.socket(AF_UNIX, kind, 0)
        guard socket >= 0 else { throw .last("make a socket for", path: path) }
        return FileDescriptor(owning: socket, path: path)
    }

    private static func removeStale(_ path: String) throws(SystemError) {
        do {
            _ = try connect(path: path, timeout: .seconds(1))
        } catch {
            if error.isNotFound { return }
            // A file that is no socket refuses connections, too.
            guard error.isRefused, isSocket(path) else { throw error }
            guard unsafe unlink(path) == 0 else { throw .last("replace", path: path) }
            return
        }
        throw SystemError("listen at", code: EADDRINUSE, path: path)
    }

    private static func isSocket(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }

    /// `path` as the kernel takes it.
    static func withAddress<Result>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) throws(SystemError) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
