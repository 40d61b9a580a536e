import System

/// Answers requests as the API does.
final class Service: Sendable {
    let account = Lock(Account())
    private let token: String

    init(token: String) {
        self.token = token
    }

    func answer(_ request: Request) -> Answer {
        if let refusal = refusal(request.head) { return refusal }
        switch Route(request.head) {
        case .startRun(let actor): return startRun(actor, request)
        case .listRuns(let actor): return listRuns(actor, request.head)
        case .getRun(let id): return getRun(id, request.head)
        case .abortRun(let id): return abortRun(id)
        case .getDataset(let id): return getDataset(id)
        case .listItems(let dataset): return listItems(dataset, request.head)
        case .getRecord(let store, let key): return getRecord(store, key)
        case .unknown: return .error(404, "page-not-found", "There is no API endpoint at this URL.")
        }
    }

    /// Lets so much time pass, or less when the stand-in ends.
    func pause(for duration: Duration) {
        _ = account.wait(for: duration) { $0.isStopping ? true : nil }
    }

    /// A token in the query is good enough for Apify, and not for ours: it would end up in errors and logs.
    private func refusal(_ head: RequestHead) -> Answer? {
        guard head.query["token"] == nil, let authorization = head.headers["authorization"] else {
            return .error(401, "token-not-provided", "Authentication token was not provided.")
        }
        guard authorization == "Bearer \(token)" else {
            return .error(401, "invalid-token", "Authentication token is not valid.")
        }
        return nil
    }

    /// A whole number from 0 in the query; nil where the name is missing.
    func number(_ name: String, _ head: RequestHead) throws(Refusal) -> Int? {
        guard let text = head.query[name] else { return nil }
        guard let number = Int(text), number >= 0 else {
            throw Refusal(answer: .error(400, "invalid-parameter", "Parameter \"\(name)\" must be a whole number."))
        }
        return number
    }

    /// The `limit` of the query; nil where there is none, which is also what the official client means by 0.
    func limit(_ head: RequestHead) throws(Refusal) -> Int? {
        let limit = try number("limit", head)
        return limit == 0 ? nil : limit
    }

    static func data(_ status: Int, _ json: String) -> Answer {
        var answer = Answer(status, type: "application/json; charset=utf-8", body: Array(#"{"data":\#(json)}"#.utf8))
        answer.setHeader("X-RateLimit-Limit", "60")
        return answer
    }
}
