import Glibc

/// The owner of an open file or socket: closed with its owner.
public struct FileDescriptor: ~Copyable, Sendable {
    /// The descriptor's number; it stays this owner's.
    public private(set) var rawValue: Int32

    /// What it was opened on, for errors.
    let path: String?

    /// Takes over `rawValue`, which nobody else may close.
    public init(owning rawValue: Int32) {
        self.init(owning: rawValue, path: nil)
    }

    init(owning rawValue: Int32, path: String?) {
        self.rawValue = rawValue
        self.path = path
    }

    deinit {
        if rawValue >= 0 { close(rawValue) }
    }

    /// Gives the descriptor away: whoever takes the number closes it.
    public consuming func release() -> Int32 {
        let number = rawValue
        rawValue = -1
        return number
    }

    /// The next bytes, at most `count` and at least one; none at the end. Throws `SystemError`.
    public func read(atMost count: Int) throws(SystemError) -> [UInt8] {
        try borrowed.read(atMost: count)
    }

    /// Everything up to the end. Throws `SystemError`, with `EFBIG` when it is more than `limit` bytes.
    public func readAll(limit: Int) throws(SystemError) -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let bytes = try read(atMost: min(1 << 16, limit - all.count) + 1)
            if bytes.isEmpty { return all }
            all += bytes
            guard all.count <= limit else {
                throw SystemError("read", code: EFBIG, path: path, detail: "it is longer than \(limit) bytes")
            }
        }
    }

    /// Writes all of `bytes`. Throws `SystemError`.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        try borrowed.write(bytes)
    }

    /// Writes `text` as UTF-8. Throws `SystemError`.
    public func write(_ text: String) throws(SystemError) {
        try borrowed.write(text)
    }

    /// The same descriptor for whoever uses it while this owner lives.
    public var borrowed: BorrowedDescriptor { BorrowedDescriptor(rawValue, path: path) }

    /// Two ends of a pipe: what is written to the second is read from the first. Throws `SystemError`.
    public static func pipe() throws(SystemError) -> Pipe {
        var ends: [Int32] = [-1, -1]
        guard unsafe Glibc.pipe(&ends) == 0 else { throw .last("make a pipe") }
        let pipe = Pipe(reading: FileDescriptor(owning: ends[0]), writing: FileDescriptor(owning: ends[1]))
        pipe.reading.closeInChildren()
        pipe.writing.closeInChildren()
        return pipe
    }

    /// Programs that we start do not inherit it. Two steps, since Swift imports neither `pipe2` nor `accept4`: a
    /// program started between them keeps a copy, which a caller that both accepts and starts must bear.
    func closeInChildren() {
        _ = fcntl(rawValue, F_SETFD, FD_CLOEXEC)
    }
}
