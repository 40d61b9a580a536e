/// Why a request never reached the handler, or its answer not the client. Its description is one line, safe to log.
public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server's parameters were cut off, or are not those of our configuration: answered 400.
    case incompleteParameters

    /// The body was cut off, or is not as long as `CONTENT_LENGTH` says: answered 400.
    case incompleteBody

    /// The body is longer than the limit: answered 413.
    case bodyTooLarge

    /// The handler's answer had an impossible status or a header with forbidden characters: answered 500.
    case unsafeAnswer

    /// The client closed the connection, or took too long, before the request was read.
    case abandonedRequest

    /// The client closed the connection, or took too long, before the answer was written.
    case abandonedAnswer

    /// One line that says what happened.
    public var description: String {
        switch self {
        case .incompleteParameters: "a request without its method or the parameter that must come last: answered 400"
        case .incompleteBody: "a request whose body is not as long as it says: answered 400"
        case .bodyTooLarge: "a request whose body is too long: answered 413"
        case .unsafeAnswer: "an answer with an impossible status or header: answered 500 in its place"
        case .abandonedRequest: "a client left, or fell silent, before its request was whole"
        case .abandonedAnswer: "a client left, or stopped reading, before it had its answer"
        }
    }

    /// What the client gets; nil where it is gone or has been answered.
    var answer: GatewayResponse? {
        switch self {
        case .incompleteParameters, .incompleteBody: .plain(status: 400, "The request did not arrive whole.")
        case .bodyTooLarge: .plain(status: 413, "The request's body is too long.")
        case .unsafeAnswer: .plain(status: 500, "The answer could not be sent.")
        case .abandonedRequest, .abandonedAnswer: nil
        }
    }
}
