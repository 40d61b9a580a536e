import FoundationEssentials
import HTTPClient

/// What came back from a site.
struct SiteAnswer {
    let head: HTTPResponseHead
    let body: [UInt8]

    var status: Int { head.status }
    var text: String { String(decoding: body, as: UTF8.self) }
    var contentType: String { head.header("Content-Type") ?? "" }
    /// Headers and body.
    var everything: String { head.headers.map { "\($0.name): \($0.value)\n" }.joined() + "\n" + text }

    /// That of whatever listens at `address`.
    static func of(_ address: String) throws -> SiteAnswer {
        var client = try HTTPClient()
        let (head, body) = try client.send(
            HTTPRequest(.get, address, headers: []), limits: TransferLimits(bodyLimit: 1 << 22))
        return SiteAnswer(head: head, body: body)
    }

    func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body))
    }
}

/// The members of an answer of `GET /reels/performance` that these tests look at.
struct PerformanceAnswer: Decodable {
    struct Item: Decodable {
        let reel_id: String
        let platform: String
        let performance_score: Double?
    }

    let dataset: String
    let cohort_size: Int
    let items: [Item]
}

/// Of an answer of `GET /ingest/status`.
struct StatusAnswer: Decodable, Equatable {
    let total_raw_events: Int
    let latest_state_count: Int
    let last_scraped_at: String?
    let last_apify_run_id: String?
    let events_last_run: Int
}

/// Of `GET /ingest/runs/{id}`.
struct RunAnswer: Decodable, Equatable {
    let id: String
    let source: String
    let state: String
    let finished_at: String?
    let scraped_at: String?
    let apify_run_id: String?
    let items_received: Int
    let items_observed: Int
    let items_duplicate: Int
    let items_rejected: Int
    let cost_usd: Double?
    let error: String?

    var isActive: Bool { state == "queued" || state == "running" }
}

/// Of `GET /ingest/runs`.
struct RunsAnswer: Decodable {
    /// Newest first.
    let runs: [RunAnswer]
}
