import Glibc

/// A call to the operating system that failed. Its description is one line, safe to log.
public struct SystemError: Error, Hashable, Sendable {
    /// What was tried, to be read after "cannot": `open`, `connect to`.
    public let operation: String

    /// The `errno` that the call left, or the one that says the same where we refused before calling.
    public let code: Int32

    /// The file or socket that it was tried on.
    public let path: String?

    /// Where our own check says more than the operating system's text for `code`.
    let detail: String?

    /// An operation on `path` that failed with `code`.
    public init(_ operation: String, code: Int32, path: String? = nil) {
        self.init(operation, code: code, path: path, detail: nil)
    }

    init(_ operation: String, code: Int32, path: String? = nil, detail: String?) {
        self.operation = operation
        self.code = code
        self.path = path
        self.detail = detail
    }

    /// The error of the call that has just failed on this thread.
    static func last(_ operation: String, path: String? = nil) -> SystemError {
        SystemError(operation, code: errno, path: path)
    }

    /// Nothing is there under that path.
    public var isNotFound: Bool { code == ENOENT }

    /// A deadline passed before the call was done.
    public var isTimeout: Bool { code == EAGAIN || code == ETIMEDOUT }

    /// The other side has closed the connection.
    public var isBrokenConnection: Bool { code == EPIPE || code == ECONNRESET }

    /// Nobody listens there.
    public var isRefused: Bool { code == ECONNREFUSED }
}

extension SystemError: CustomStringConvertible {
    /// One line: what could not be done, on what, and why.
    public var description: String {
        let target = path.map { " \($0)" } ?? ""
        return "cannot \(operation)\(target): \(detail ?? reason)"
    }

    private var reason: String {
        if isTimeout { return "timed out" }
        // glibc keeps this text per thread or for ever.
        guard let text = unsafe strerror(code) else { return "error \(code)" }
        return unsafe String(cString: text)
    }
}
