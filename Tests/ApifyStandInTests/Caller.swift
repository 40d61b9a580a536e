import ApifyStandIn
import HTTPClient

/// Somebody who uses the API, with our own client.
struct Caller {
    let standIn: ApifyStandIn
    var token: String?
    var limits = TransferLimits(stall: .seconds(5), total: .seconds(10), bodyLimit: 1 << 24)

    init(_ standIn: ApifyStandIn) {
        self.standIn = standIn
        token = standIn.token
    }

    struct Answer {
        let status: Int
        let head: HTTPResponseHead
        let text: String

        /// The first member of that name in the body whose value is a string, or bare.
        func member(_ name: String) -> String? {
            guard let start = text.firstRange(of: "\"\(name)\":")?.upperBound else { return nil }
            return String(text[start...].prefix { $0 != "," && $0 != "}" && $0 != "]" }.filter { $0 != "\"" })
        }

        /// The lines of a page.
        var lines: [Substring] { text.split(separator: "\n") }
    }

    func get(_ path: String) throws(HTTPClientError) -> Answer {
        try send(.get, path)
    }

    func post(_ path: String, _ body: String = "") throws(HTTPClientError) -> Answer {
        try send(.post, path, headers: [("Content-Type", "application/json")], Array(body.utf8))
    }

    /// Starts a run of an actor; returns what it was told.
    func start(_ actor: String = "made~up", _ query: String = "") throws(HTTPClientError) -> Answer {
        try post("/v2/actors/\(actor)/runs\(query)", #"{"resultsLimit":3}"#)
    }

    /// Asks for a run.
    func run(_ id: String, _ query: String = "") throws(HTTPClientError) -> Answer {
        try get("/v2/actor-runs/\(id)\(query)")
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, headers: [(name: String, value: String)] = [],
        _ body: [UInt8] = []
    ) throws(HTTPClientError) -> Answer {
        var client = try HTTPClient()
        let request = HTTPRequest(
            method, standIn.url + path, headers: headers, body: body, token: token.map { BearerToken($0) })
        let (head, body) = try client.send(request, limits: limits)
        return Answer(status: head.status, head: head, text: String(decoding: body, as: UTF8.self))
    }
}

extension ApifyStandIn {
    /// One with the actor `made~up`, whose runs follow `script`.
    static func hosting(_ script: RunScript, plan: Plan = Plan()) throws -> ApifyStandIn {
        let standIn = try ApifyStandIn(plan: plan)
        standIn.host("made~up", script)
        return standIn
    }
}

extension RunScript {
    /// Three small items.
    static let small = RunScript(DatasetItems([#"{"id":"1"}"#, #"{"id":"2"}"#, #"{"id":"3"}"#]))
}
