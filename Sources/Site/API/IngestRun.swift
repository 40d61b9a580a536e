import Reels

/// `GET /ingest/runs/{id}`: one run; a page for browsers, data for programs.
enum IngestRun {
    /// Seconds between two looks of a browser at a run that goes on.
    private static let lookInterval = 2
    /// The same while the database is away.
    private static let patientInterval = 5

    static func respond(_ call: Call) throws -> Response {
        call.request.prefersPage ? try page(call) : try data(call)
    }

    private static func data(_ call: Call) throws -> Response {
        _ = try Parameters(strict: call.request.query, allowed: [])
        let run = try run(call)
        return try call.respond(Answer { $0.members(of: run) }, vary: Call.byAccept)
    }

    private static func page(_ call: Call) throws -> Response {
        let run = try watchedRun(call)
        if let detour = call.detour(to: RunID.address(run.id)) { return detour }
        let page = RunPage(run: run, now: call.site.now(), environment: call.site.configuration.environment)
        let headers = run.state.isActive ? [refresh(after: lookInterval)] : []
        return try call.respond(
            Answer(contentType: Answer.html, headers: headers, body: page.html), vary: Call.byAccept)
    }

    /// A browser that watches a run outlives a database that is away for a moment.
    private static func watchedRun(_ call: Call) throws -> Run {
        do {
            return try run(call)
        } catch let unavailable as DataUnavailable {
            var problem = Problem.unavailable("\(unavailable) This page asks again by itself.")
            problem.headers.append(refresh(after: patientInterval))
            throw problem
        }
    }

    /// Makes a browser ask again, with scripts off too (the `Refresh` header of the HTML standard).
    private static func refresh(after seconds: Int) -> (name: String, value: String) {
        ("Refresh", String(seconds))
    }

    private static func run(_ call: Call) throws -> Run {
        guard let id = call.pathValues.first, RunID.isOne(id), let run = try call.site.ingestion.run(id: id) else {
            throw Problem(404, "There is no run of this id.")
        }
        return run
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
