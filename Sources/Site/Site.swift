public import Metrics
public import Reels
import System

/// The pages and the API: a request in, a response out. It knows no socket and no database; what it needs of the
/// world is handed to it. Safe to use from many threads at once.
public struct Site: Sendable {
    let configuration: SiteConfiguration
    let snapshots: any SnapshotProvider
    let ingestion: any IngestionDesk
    let now: @Sendable () -> Instant
    let pause: @Sendable (Duration) -> Void
    let report: @Sendable (String) -> Void
    let tellMore: @Sendable (inout MetricsText) -> Void
    let traffic = Traffic()

    /// - Parameters:
    ///   - now: the clock on the wall.
    ///   - pause: how a request that waits for a run passes the time between two looks at it.
    ///   - report: takes a line for the log when a request fails unexpectedly; it may say more than strangers may read.
    ///   - tellMore: adds to `/metrics` what the process knows beside the site.
    public init(
        configuration: SiteConfiguration, snapshots: any SnapshotProvider, ingestion: any IngestionDesk,
        now: @escaping @Sendable () -> Instant, pause: @escaping @Sendable (Duration) -> Void = Site.sleep,
        report: @escaping @Sendable (String) -> Void = { _ in },
        tellMore: @escaping @Sendable (inout MetricsText) -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.snapshots = snapshots
        self.ingestion = ingestion
        self.now = now
        self.pause = pause
        self.report = report
        self.tellMore = tellMore
    }

    /// Blocks the calling thread.
    public static let sleep: @Sendable (Duration) -> Void = { Thread.pause(for: $0) }

    /// Answers `request`, whatever it is: every error becomes a response.
    ///
    /// A `HEAD` gets the fields of the `GET` with its `Content-Length`, and no body.
    public func respond(to request: Request) -> Response {
        let start = MonotonicClock.now()
        var response = answerAgain(request) ?? answer(request)
        if request.method == "HEAD", response.status != 304 {
            response.headers.append(("Content-Length", String(response.body.count)))
            response.body = []
        }
        traffic.note(request, status: response.status, nanoseconds: MonotonicClock.now() - start)
        return response
    }

    /// Finds the route and lets it answer.
    private func answer(_ request: Request) -> Response {
        do {
            guard request.query.utf8.count <= Self.longestQuery else { throw Problem(414, "The query is too long.") }
            let path = try Path.segments(of: request.path)
            let matching = Self.routes.compactMap { route in route.pattern.match(path).map { (route, $0) } }
            guard let (route, values) = matching.first(where: { $0.0.answers(request.method) }) ?? matching.first else {
                throw Problem(404, "There is nothing at this address.")
            }
            let call = Call(site: self, request: request, path: path, pathValues: values)
            return answer(call, by: route, of: matching.map(\.0))
        } catch {
            return response(to: error, of: request, audience: .programs)
        }
    }

    private func answer(_ call: Call, by route: Route, of alternatives: [Route]) -> Response {
        do {
            guard route.answers(call.request.method) else {
                let allowed = alternatives.map(\.allowed).joined(separator: ", ")
                throw Problem(405, "This address takes \(allowed) only.", headers: [("Allow", allowed)])
            }
            return try route.respond(call)
        } catch {
            return response(to: error, of: call.request, audience: route.audience)
        }
    }

    private static let longestQuery = 8_192
}
