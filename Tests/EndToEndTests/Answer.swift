import FoundationEssentials
import HTTPClient

/// What came back from a site.
struct Answer {
    let head: HTTPResponseHead
    let body: [UInt8]

    var status: Int { head.status }
    var text: String { String(decoding: body, as: UTF8.self) }
    var contentType: String { head.header("Content-Type") ?? "" }

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
}
