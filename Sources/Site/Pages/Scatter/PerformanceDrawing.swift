import Charts
import Markup

/// `GET /performance.svg`: the picture alone, with its own title, description and colours, for other pages to show.
enum PerformanceDrawing {
    static func respond(_ call: Call) throws -> Response {
        let now = call.site.now()
        let parameters = try Parameters(lenient: call.request.query, allowed: PerformanceQuery.parameters)
        let query = canonical(try PerformanceQuery(parameters, now: now))
        return try call.respond(about: query.cohorts, at: address(of: query), now: now) { context in
            Answer(contentType: "image/svg+xml", body: ScatterModel(context, query).scatter.file.render())
        }
    }

    /// Where the picture of `query` is to be had.
    static func address(of query: PerformanceQuery) -> SiteAddress {
        canonical(query).address("performance.svg")
    }

    /// Without what makes no difference to the picture.
    private static func canonical(_ query: PerformanceQuery) -> PerformanceQuery {
        PerformanceQuery(
            cohorts: query.cohorts, filter: query.thresholds, scale: query.scale, across: query.across)
    }
}
