import Reels

/// `GET /ingest/status`: how the ingestion of live data stands.
enum IngestStatus {
    static func respond(_ call: Call) throws -> Response {
        _ = try Parameters(strict: call.request.query, allowed: [])
        let status = try call.site.ingestion.status()
        return try call.respond(
            Answer { answer in
                answer.member("last_scraped_at", .time(status.lastScrapedAt))
                answer.member("last_apify_run_id", .text(status.lastApifyRunID))
                answer.member("events_last_run", .count(status.eventsLastRun))
                answer.member("total_raw_events", .count(status.totalRawEvents))
                answer.member("latest_state_count", .count(status.latestStateCount))
                answer.member("reels_published_last_7d", .count(status.reelsPublishedLast7d))
                answer.member("newest_run_state", .text(status.newestRunState?.rawValue))
            })
    }
}
