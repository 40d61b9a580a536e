import HTTPClient

extension ApifyError {
    /// What a failed attempt leaves behind.
    public enum Verdict: Sendable {
        /// The answer is final, and nothing was done.
        case refused
        /// Nothing was done, and it may be asked for again.
        case notDone
        /// It may have been done.
        case unclear
    }

    /// What is known of the thing that was asked for.
    public var verdict: Verdict {
        switch cause {
        case .status(408): .unclear
        case .status(429): .notDone
        case .status(300..<500): .refused
        // Each of these ends the exchange before the request is sent.
        case .noAnswer(.unreachable), .noAnswer(.certificate), .noAnswer(.badAddress), .noAnswer(.badHeader): .notDone
        case .status, .noAnswer, .unusable: .unclear
        }
    }

    /// The HTTP status of an answer that is an error; nil where there was none.
    public var status: Int? {
        guard case .status(let status) = cause else { return nil }
        return status
    }

    /// Whether Apify says that there is no such thing.
    public var isNotFound: Bool { status == 404 }

    /// Whether the answer was longer than it may be.
    var isTooLarge: Bool {
        guard case .noAnswer(.tooLarge) = cause else { return false }
        return true
    }

    /// Whether the same question may get an answer later: trouble on the way or at Apify's, too many questions, or an
    /// answer that came damaged.
    var isWorthRepeating: Bool {
        switch cause {
        case .status(let status): status == 429 || status >= 500
        case .noAnswer(.certificate), .noAnswer(.badAddress), .noAnswer(.badHeader), .noAnswer(.unavailable): false
        case .noAnswer, .unusable: true
        }
    }
}
