import Reels

/// `GET /ingest/runs`: all runs, newest first, some at a time; a page for browsers, data for programs.
enum IngestRuns {
    static func respond(_ call: Call) throws -> Response {
        call.request.prefersPage ? try page(call) : try data(call)
    }

    private static func data(_ call: Call) throws -> Response {
        let parameters = try Parameters(strict: call.request.query, allowed: RunsQuery.parameters)
        let slice = try call.site.runs(RunsQuery(parameters))
        let answer = Answer { answer in
            answer.member("runs") { runs in
                runs.array { runs in
                    for run in slice.runs { runs.object { $0.members(of: run) } }
                }
            }
            answer.member("next_cursor", .text(slice.next?.text))
        }
        return try call.respond(answer, vary: Call.byAccept)
    }

    private static func page(_ call: Call) throws -> Response {
        let parameters = try Parameters(lenient: call.request.query, allowed: RunsQuery.parameters)
        let query = try RunsQuery(parameters)
        if let detour = call.detour(to: query.address) { return detour }
        let page = RunsPage(
            slice: try call.site.runs(query), now: call.site.now(), environment: call.site.configuration.environment)
        return try call.respond(Answer(contentType: Answer.html, body: page.html), vary: Call.byAccept)
    }
}

/// Some runs in a row.
struct RunsSlice: Sendable {
    let query: RunsQuery
    /// Newest first.
    let runs: [Run]
    /// Where older ones begin; nil where there are none.
    let next: RunCursor?
}

extension Site {
    fileprivate func runs(_ query: RunsQuery) throws(DataUnavailable) -> RunsSlice {
        // One more than is shown tells whether anything follows.
        let found = try ingestion.runs(limit: query.limit + 1, after: query.cursor)
        let shown = found.prefix(query.limit)
        let next = found.count > query.limit ? shown.last.map { RunCursor(startedAt: $0.startedAt, id: $0.id) } : nil
        return RunsSlice(query: query, runs: Array(shown), next: next)
    }
}
