import Markup
import System

extension Site {
    /// The response for an error: a page for people, problem+json for programs. What was not foreseen is a 500 that
    /// tells a stranger nothing but a reference, under which the log has the rest.
    package func response(to error: any Error, of request: Request, audience: Audience) -> Response {
        var problem = problem(of: error, request)
        let showsPage = audience == .people || request.prefersPage
        if audience == .people, let parameter = problem.parameter, problem.status == 422 {
            problem.links.insert(("The page without it", request.address(without: parameter)), at: 0)
        }
        let vary = audience == .people ? [] : [("Vary", "Accept")]
        return Response(showsPage ? problem.page : problem.json, caching: [("Cache-Control", "no-store")] + vary)
    }

    private func problem(of error: any Error, _ request: Request) -> Problem {
        switch error {
        case let problem as Problem: return problem
        case let unavailable as DataUnavailable:
            return unavailable.isForGood
                ? Problem(410, unavailable.description, parameter: Parameter.asOf)
                : .unavailable(unavailable.description)
        default:
            let reference = Hexadecimal.text(SecureRandom.bytes(6))
            report("\(reference): \(request.method) \(request.path): \(error)")
            return Problem(500, "Something went wrong here that should not have.", reference: reference)
        }
    }
}

extension Request {
    /// What is asked for, but for the parameter that cannot be.
    fileprivate func address(without parameter: String) -> SiteAddress {
        let items = QueryItem.items(of: query).filter { $0.name != parameter && $0.value != nil }
        let segments = (try? Path.segments(of: path)) ?? []
        return SiteAddress(segments: segments, query: items.map { ($0.name, $0.value) })
    }
}
