import Markup
import Reels

/// `POST /ingest/run`: an operator asks for an ingestion.
enum StartRun {
    /// The longest `Prefer: wait=N` that is honoured, in seconds: threads that may wait are few.
    static let longestWait = 60
    private static let lookInterval = Duration.milliseconds(250)

    static func respond(_ call: Call) throws -> Response {
        try OperatorGuard.admit(call)
        switch try call.site.ingestion.requestRun() {
        case .accepted(let id): return try accepted(id, call)
        case .busy(let id): throw busy(id)
        case .noCredentials:
            throw Problem(
                503, "There are no credentials for Apify. Set APIFY_API_TOKEN and APIFY_ACTOR_ID where ShortPulse runs."
            )
        case .unavailable(let reason): throw Problem.unavailable(reason)
        }
    }

    private static func accepted(_ id: String, _ call: Call) throws -> Response {
        let address = RunID.address(id)
        let location = ("Location", address.text)
        if let seconds = call.request.preferredWait {
            if let run = finishedRun(id, within: min(seconds, longestWait), call.site) {
                return try call.respond(try outcome(of: run, headers: [location, ("Preference-Applied", "wait")]))
            }
        } else if call.request.prefersPage {
            return .seeOther(address)
        }
        return try call.respond(Answer(status: 202, headers: [location]) { $0.member("id", .text(id)) })
    }

    private static func busy(_ id: String?) -> Problem {
        let name = id.map { ", \(RunID.address($0).text)" } ?? ""
        var problem = Problem(409, "An ingestion is under way\(name). Ask again when it has ended.")
        problem.links = [id.map { ("How the run stands", RunID.address($0)) } ?? ("The runs", RunsQuery().address)]
        return problem
    }

    /// The run once it has ended; nil when it has not within `seconds`.
    private static func finishedRun(_ id: String, within seconds: Int, _ site: Site) -> Run? {
        let looks = Int(Duration.seconds(seconds) / lookInterval)
        let deadline = site.now().advanced(byMicroseconds: Int64(seconds) * Microseconds.second)
        // A look at a slow database may itself take a second, so looks alone bound no time.
        for _ in 0..<looks where site.now() < deadline {
            site.pause(lookInterval)
            // A database that is away for a moment ends no run, and the request was taken up: look again.
            if let run = try? site.ingestion.run(id: id), !run.state.isActive { return run }
        }
        return nil
    }

    private static func outcome(of run: Run, headers: [(name: String, value: String)]) throws(Problem) -> Answer {
        guard run.state != .failed else {
            throw Problem(502, "The ingestion failed. \(run.error ?? "")", headers: headers)
        }
        return Answer(headers: headers) { answer in
            answer.member("ingested_count", .count(run.counts.observed))
            answer.member("apify_run_id", .text(run.apifyRunID))
        }
    }
}
