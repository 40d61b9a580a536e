package import HTTPClient

/// Why Apify gave no usable answer. The description is one line without secrets.
public struct ApifyError: Error, Sendable {
    /// What was being done, in words.
    let attempt: String
    /// What stood in the way.
    let cause: Cause
    /// The same in words; of an answer it quotes the error's type and nothing else.
    let problem: String
    /// How long Apify asked to be left alone.
    public let retryAfter: Duration?
    /// How often it was tried before it was given up.
    private(set) var attempts = 1

    /// What kind of thing stood in the way.
    enum Cause: Sendable {
        /// An answer with a status that is an error.
        case status(Int)
        /// There was no whole answer.
        case noAnswer(HTTPClientError.Kind)
        /// The answer cannot be understood or used.
        case unusable
    }

    private init(_ attempt: String, _ cause: Cause, _ problem: String, retryAfter: Duration? = nil) {
        self.attempt = attempt
        self.cause = cause
        self.problem = problem
        self.retryAfter = retryAfter
    }

    /// `attempt` is what was being done, `problem` what happened; neither may hold a secret.
    public init(_ attempt: String, status: Int? = nil, problem: String) {
        self.init(attempt, status.map(Cause.status) ?? .unusable, problem)
    }

    /// An answer to `errand` that cannot be used.
    init(_ errand: Errand, problem: String) {
        self.init(errand.rawValue, .unusable, problem)
    }

    /// No whole answer to `errand`, or a page that was refused while it arrived.
    package init(_ errand: Errand, _ error: HTTPClientError) {
        if let fault = error.cause as? PageFault {
            self.init(errand, problem: "\(fault)")
        } else {
            self.init(errand.rawValue, .noAnswer(error.kind), "\(error)")
        }
    }

    /// An answer to `errand` that is an error.
    init(_ errand: Errand, _ refusal: Refusal) {
        let status = refusal.head.status
        let type = refusal.type.map { " (\($0))" } ?? ""
        self.init(
            errand.rawValue, .status(status), "Apify answered \(status)\(type)", retryAfter: refusal.head.retryAfter)
    }

    /// The same error, known to be the last of so many.
    func counting(_ attempts: Int) -> ApifyError {
        var error = self
        error.attempts = attempts
        return error
    }
}

extension ApifyError: CustomStringConvertible {
    /// What was being done, what happened, how often, and what to do.
    public var description: String {
        let effort = attempts > 1 ? ", after \(attempts) attempts" : ""
        return "\(attempt): \(problem)\(effort)" + (remedy.map { "; \($0)" } ?? "")
    }

    private var remedy: String? {
        switch cause {
        case .status(let status): Self.remedy(for: status, errand: Errand(rawValue: attempt))
        case .noAnswer(.certificate): "check this machine's clock and certificates, and APIFY_API_BASE"
        case .noAnswer(.unreachable), .noAnswer(.badAddress): "check the network and APIFY_API_BASE"
        case .noAnswer(.badHeader): "check APIFY_API_TOKEN"
        case .noAnswer, .unusable: nil
        }
    }

    private static func remedy(for status: Int, errand: Errand?) -> String? {
        switch (status, errand) {
        case (300..<400, _): "check APIFY_API_BASE: redirects are not followed"
        case (400, .start), (413, .start): "check APIFY_INPUT_JSON"
        case (401, _): "check APIFY_API_TOKEN"
        case (402, _): "the account has no credit left: top it up at Apify"
        case (403, _): "this token may not use that actor: check APIFY_API_TOKEN and APIFY_ACTOR_ID"
        case (404, .start), (404, .runs): "check APIFY_ACTOR_ID"
        case (404, .page): "the dataset is gone: Apify keeps one for 7 days unless it has a name"
        case (429, _), (500..., _): "try again later"
        default: nil
        }
    }
}
