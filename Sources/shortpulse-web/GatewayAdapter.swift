import FastCGI
import Logs
import Site

/// Joins the gateway to the site, which do not know each other.
struct GatewayAdapter: Sendable {
    let site: Site

    /// - Parameter mayWait: of requests that may wait for the database.
    func handler(mayWait: Bool) -> Responder.Handler {
        { request in
            let answer = OperatorLog.$requestID.withValue(request.parameter("REQUEST_ID")) {
                site.respond(to: Request(request, mayWait: mayWait))
            }
            return GatewayResponse(status: answer.status, headers: answer.headers, body: answer.body)
        }
    }
}

extension Request {
    /// The header fields that the site reads, as the gateway names them.
    private static let headerParameters = [
        "accept": "HTTP_ACCEPT", "accept-encoding": "HTTP_ACCEPT_ENCODING", "authorization": "HTTP_AUTHORIZATION",
        "content-type": "CONTENT_TYPE", "host": "HTTP_HOST", "if-none-match": "HTTP_IF_NONE_MATCH",
        "origin": "HTTP_ORIGIN", "prefer": "HTTP_PREFER", "sec-fetch-site": "HTTP_SEC_FETCH_SITE",
    ]

    init(_ request: GatewayRequest, mayWait: Bool) {
        var headers: [String: String] = [:]
        for (name, parameter) in Self.headerParameters {
            // A web server hands on an absent field as an empty parameter.
            if let value = request.parameter(parameter), !value.isEmpty { headers[name] = value }
        }
        self.init(
            method: request.method, path: request.path, query: request.queryString, headers: headers,
            body: request.body, isFromMonitor: request.parameter("SHORTPULSE_MONITOR") == "1", mayWait: mayWait)
    }
}
