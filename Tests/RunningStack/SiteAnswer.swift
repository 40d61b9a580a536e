import FoundationEssentials
package import HTTPClient

/// What came back from a site.
package struct SiteAnswer {
    package let head: HTTPResponseHead
    package let body: [UInt8]

    package init(head: HTTPResponseHead, body: [UInt8]) {
        self.head = head
        self.body = body
    }

    package var status: Int { head.status }
    package var text: String { String(decoding: body, as: UTF8.self) }
    package var contentType: String { head.header("Content-Type") ?? "" }
    /// Headers and body.
    package var everything: String { head.headers.map { "\($0.name): \($0.value)\n" }.joined() + "\n" + text }

    /// That of whatever listens at `address`.
    package static func of(_ address: String) throws -> SiteAnswer {
        var client = try HTTPClient()
        let (head, body) = try client.send(
            HTTPRequest(.get, address, headers: []), limits: TransferLimits(bodyLimit: 1 << 22))
        return SiteAnswer(head: head, body: body)
    }

    package func json<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(body))
    }
}

/// The members of an answer of `GET /reels/performance` that these tests look at.
package struct PerformanceAnswer: Decodable {
    package struct Item: Decodable {
        package let reel_id: String
        package let platform: String
        package let performance_score: Double?
    }

    package let dataset: String
    package let cohort_size: Int
    package let items: [Item]
}

/// Of an answer of `GET /ingest/status`.
package struct StatusAnswer: Decodable, Equatable {
    package let total_raw_events: Int
    package let latest_state_count: Int
    package let last_scraped_at: String?
    package let last_apify_run_id: String?
    package let events_last_run: Int
}

/// Of `GET /ingest/runs/{id}`.
package struct RunAnswer: Decodable, Equatable {
    package let id: String
    package let source: String
    package let state: String
    package let finished_at: String?
    package let scraped_at: String?
    package let apify_run_id: String?
    package let items_received: Int
    package let items_observed: Int
    package let items_duplicate: Int
    package let items_rejected: Int
    package let cost_usd: Double?
    package let error: String?

    package var isActive: Bool { state == "queued" || state == "running" }
}

/// Of `GET /ingest/runs`.
package struct RunsAnswer: Decodable {
    /// Newest first.
    package let runs: [RunAnswer]
}
