import HTTPClient

/// Why Apify gave no usable answer. The description is one line without secrets.
public struct ApifyError: Error, Sendable, CustomStringConvertible {
    /// What was being done, in words.
    let attempt: String
    /// The HTTP status; nil where there was no whole answer.
    public let status: Int?
    /// What happened.
    let problem: String

    /// `attempt` is what was being done, `problem` what happened; neither may hold a secret.
    public init(_ attempt: String, status: Int? = nil, problem: String) {
        self.attempt = attempt
        self.status = status
        self.problem = problem
    }

    init(_ attempt: String, _ error: HTTPClientError) {
        self.init(attempt, problem: "\(error)")
    }

    /// The API's `{"error": {"type", "message"}}`, of which only the type is told: a message may quote the request.
    init(_ attempt: String, status: Int, body: [UInt8]) {
        let type = (try? ItemFields(item: body))?.object("error").name("type")
        self.init(attempt, status: status, problem: "Apify answered \(status)" + (type.map { " (\($0))" } ?? ""))
    }

    /// What happened and what to do.
    public var description: String { "\(attempt): \(problem)" + remedy }

    private var remedy: String {
        switch status {
        case 401: "; check APIFY_API_TOKEN"
        case 402: "; the account has no credit left"
        case 403: "; this token may not use that actor"
        case 404 where attempt == ActorClient.startAttempt: "; check APIFY_ACTOR_ID"
        default: ""
        }
    }

    /// Whether the same question may get an answer later: no answer at all, too many questions, or trouble at Apify's.
    var isTransient: Bool {
        guard let status else { return true }
        return status == 429 || status >= 500
    }
}
