/// Why there is no whole answer. Its description is one line, safe to log: of the address it names only the origin.
public struct HTTPClientError: Error, Sendable {
    /// What a caller may want to tell apart.
    public enum Kind: Hashable, Sendable {
        /// The address is malformed, or neither `https:` nor on this machine.
        case badAddress
        /// A header or the token has characters that would forge others.
        case badHeader
        /// The name was not found, or nobody listens there.
        case unreachable
        /// One of the three deadlines passed.
        case timedOut
        /// The server could not prove who it is.
        case certificate
        /// The connection broke, or what came over it is no HTTP.
        case interrupted
        /// The body is longer than the limit.
        case tooLarge
        /// The closure that receives the body threw: see `cause`.
        case stopped
        /// The client itself could not be set up.
        case unavailable
    }

    /// Which of them it was.
    public let kind: Kind

    /// Scheme, host and port that were asked; nil where the address has none that could be read.
    public let origin: String?

    /// The error of the receiving closure where that ended the exchange.
    public let cause: (any Error)?

    /// In words; never with anything that came from the request or the answer.
    let detail: String

    package init(_ kind: Kind, origin: String?, cause: (any Error)? = nil, detail: String) {
        self.kind = kind
        self.origin = origin
        self.cause = cause
        self.detail = detail
    }
}

extension HTTPClientError: CustomStringConvertible, CustomDebugStringConvertible {
    /// One line: whom we asked, and what went wrong.
    public var description: String {
        "\(origin ?? "HTTP request"): \(detail)"
    }

    /// The same: the cause may quote the answer.
    public var debugDescription: String { description }
}
