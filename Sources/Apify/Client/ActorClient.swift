public import HTTPClient

/// Apify's API, version 2, as far as a run needs it. Source: Apify's OpenAPI description.
///
/// All but the start of a run is asked again as ``RetryPolicy`` says.
public struct ActorClient: ~Copyable {
    private var http: HTTPClient
    private let base: String
    private let token: BearerToken
    private let retries: Int
    let pause: (Duration) -> Void

    /// - Parameters:
    ///   - base: `https://api.apify.com`.
    ///   - retries: how often a question is asked again at most.
    ///   - pause: how the time between two attempts passes.
    public init(
        base: String, token: BearerToken, retries: Int = RetryPolicy.retries, pause: @escaping (Duration) -> Void
    ) throws(HTTPClientError) {
        http = try HTTPClient()
        self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
        self.token = token
        self.retries = retries
        self.pause = pause
    }

    /// Asks with `ask` until there is an answer, or an error that no retry mends.
    mutating func retrying<Answer>(
        _ ask: (inout ActorClient) throws(ApifyError) -> Answer
    ) throws(ApifyError) -> Answer {
        var attempts = 1
        while true {
            do throws(ApifyError) {
                return try ask(&self)
            } catch {
                guard attempts <= retries, let delay = RetryPolicy.delay(beforeRetry: attempts, after: error) else {
                    throw error.counting(attempts)
                }
                pause(delay)
                attempts += 1
            }
        }
    }

    /// The body of the answer to one question. Throws where its status is neither 200 nor 201.
    mutating func body(_ question: Question, limits: TransferLimits) throws(ApifyError) -> [UInt8] {
        var body: [UInt8] = []
        try send(question, limits: limits) { body += $1 }
        return body
    }

    /// Asks once and hands the body to `receive`, piece by piece beside the answer's head, where its status is 200 or 201.
    @discardableResult
    mutating func send(
        _ question: Question, limits: TransferLimits, receive: (HTTPResponseHead, [UInt8]) throws -> Void
    ) throws(ApifyError) -> HTTPResponseHead {
        let request = question.request(base: base, token: token)
        var refusal: Refusal?
        let head: HTTPResponseHead
        do throws(HTTPClientError) {
            head = try http.send(request, limits: limits) { head, piece in
                if head.isSuccess { return try receive(head, piece) }
                var longer = refusal ?? Refusal(head: head)
                defer { refusal = longer }
                try longer.take(piece)
            }
        } catch {
            // A refusal is one even where its body broke off, or never ended.
            throw refusal.map { ApifyError(question.errand, $0) } ?? ApifyError(question.errand, error)
        }
        guard head.isSuccess else { throw ApifyError(question.errand, refusal ?? Refusal(head: head)) }
        return head
    }
}

extension HTTPResponseHead {
    fileprivate var isSuccess: Bool { status == 200 || status == 201 }
}
