import Reels
import Scoring

/// `GET /health`: whether there is something to serve, and how old it is.
enum Health {
    static func respond(_ call: Call) throws -> Response {
        _ = try Parameters(strict: call.request.query, allowed: [])
        let site = call.site
        let isReachable = site.ingestion.databaseIsReachable()
        let (live, sample) = (site.snapshots.current(.live)?.snapshot, site.snapshots.current(.sample)?.snapshot)
        let canServe = live != nil || sample != nil
        let shown = live.flatMap { $0.isEmpty ? nil : $0 } ?? sample
        let age = shown?.asOf.map { max(0, site.now().microseconds(since: $0)) / Microseconds.second }
        return try call.respond(
            Answer(status: canServe ? 200 : 503, headers: canServe ? [] : [("Retry-After", "5")]) { health in
                health.member("status", .text(canServe && isReachable ? "ok" : "degraded"))
                health.member("environment", .text(site.configuration.environment))
                health.member("database", .text(isReachable ? "ok" : "unreachable"))
                health.member("data_age_seconds", .count(age))
            })
    }
}
