import Reels

/// `GET /ingest/runs`: all runs, newest first, some at a time.
enum IngestRuns {
    private static let usualLimit = 50
    private static let highestLimit = 500

    static func respond(_ call: Call) throws -> Response {
        let parameters = try Parameters(strict: call.request.query, allowed: [Parameter.limit, Parameter.cursor])
        let limit = try parameters.count(Parameter.limit, in: 1...highestLimit) ?? usualLimit
        // One more than is shown tells whether anything follows.
        let found = try call.site.ingestion.runs(limit: limit + 1, after: try cursor(parameters))
        let shown = found.prefix(limit)
        let next = found.count > limit ? shown.last.map { RunCursor(startedAt: $0.startedAt, id: $0.id) } : nil
        return try call.respond(
            Answer { answer in
                answer.member("runs") { runs in
                    runs.array { runs in
                        for run in shown { runs.object { $0.members(of: run) } }
                    }
                }
                answer.member("next_cursor", .text(next?.text))
            })
    }

    private static func cursor(_ parameters: Parameters) throws(Problem) -> RunCursor? {
        guard let text = parameters[Parameter.cursor] else { return nil }
        guard let cursor = RunCursor(text) else {
            throw .impossible(Parameter.cursor, "is none that was given out here.")
        }
        return cursor
    }
}
