import Glibc

/// An open file or socket that another owns and keeps open while this is used, as the standard streams are for all.
public struct BorrowedDescriptor: Sendable {
    /// The descriptor's number.
    public let rawValue: Int32

    /// What it was opened on, for errors.
    let path: String?

    /// Reads and writes the descriptor `rawValue`, and never closes it.
    public init(_ rawValue: Int32) {
        self.init(rawValue, path: nil)
    }

    init(_ rawValue: Int32, path: String?) {
        self.rawValue = rawValue
        self.path = path
    }

    /// Whether a person sits at it.
    public var isTerminal: Bool { isatty(rawValue) == 1 }

    /// The next bytes, at most `count` and at least one; none at the end. Throws `SystemError`.
    public func read(atMost count: Int) throws(SystemError) -> [UInt8] {
        var failure: SystemError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
            let result = retryingInterrupted { unsafe Glibc.read(rawValue, buffer.baseAddress, buffer.count) }
            if result < 0 { failure = .last("read", path: path) }
            filled = max(0, result)
        }
        if let failure { throw failure }
        return bytes
    }

    /// Writes all of `bytes`. Throws `SystemError`.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let result = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
                return retryingInterrupted { unsafe Glibc.write(rawValue, rest.baseAddress, rest.count) }
            }
            guard result >= 0 else { throw .last("write", path: path) }
            written += result
        }
    }

    /// Writes `text` as UTF-8. Throws `SystemError`.
    public func write(_ text: String) throws(SystemError) {
        try write(Array(text.utf8))
    }
}

/// Calls again what a signal broke off: only those who wait for an interruption want to see one.
func retryingInterrupted(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result >= 0 || errno != EINTR { return result }
    }
}
