import Reels

/// `GET /ingest/runs/{id}`: one run.
enum IngestRun {
    static func respond(_ call: Call) throws -> Response {
        _ = try Parameters(strict: call.request.query, allowed: [])
        guard let id = call.pathValues.first, RunID.isOne(id), let run = try call.site.ingestion.run(id: id) else {
            throw Problem(404, "There is no run of this id.")
        }
        return try call.respond(Answer { $0.members(of: run) })
    }
}

extension JSONWriter {
    /// What is known of a run.
    mutating func members(of run: Run) {
        member("id", .text(run.id))
        member("source", .text(run.source.rawValue))
        member("platform", .text(run.platform?.rawValue))
        member("state", .text(run.state.rawValue))
        member("started_at", .time(run.startedAt))
        member("finished_at", .time(run.finishedAt))
        member("scraped_at", .time(run.scrapedAt))
        member("apify_run_id", .text(run.apifyRunID))
        member("items_received", .count(run.counts.received))
        member("items_observed", .count(run.counts.observed))
        member("items_duplicate", .count(run.counts.duplicate))
        member("items_rejected", .count(run.counts.rejected))
        member("cost_usd", .decimal(run.costUSD, places: 4))
        member("error", .text(run.error))
    }
}
