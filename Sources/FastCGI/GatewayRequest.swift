/// One request as a web server hands it to a program behind it, by FastCGI or by CGI (RFC 3875).
public struct GatewayRequest: Sendable {
    /// `GET`, `POST` ..., as the client sent it.
    public let method: String

    /// The path as the client sent it, still percent-encoded and without the query.
    public let path: String

    /// What stood after the first `?` of the address, still encoded; empty where there was none.
    public let queryString: String

    /// The body, whole; empty where there was none.
    public let body: [UInt8]

    private let parameters: [String: String]

    /// A request with the server's `parameters` (`REQUEST_METHOD` and so on) and its `body`.
    public init(parameters: [String: String], body: [UInt8]) {
        self.parameters = parameters
        self.body = body
        method = parameters["REQUEST_METHOD"] ?? ""
        path = Self.path(parameters)
        queryString = parameters["QUERY_STRING"] ?? ""
    }

    /// What the web server said under `name`: `REMOTE_ADDR`, `HTTP_IF_NONE_MATCH` and so on; nil where it said nothing.
    public func parameter(_ name: String) -> String? {
        parameters[name]
    }

    /// `REQUEST_URI` is all that keeps the client's encoding. A CGI server without it tells only decoded paths.
    private static func path(_ parameters: [String: String]) -> String {
        if let address = parameters["REQUEST_URI"], !address.isEmpty {
            return String(address.prefix { $0 != "?" })
        }
        let decoded = parameters["DOCUMENT_URI"] ?? (parameters["SCRIPT_NAME"] ?? "") + (parameters["PATH_INFO"] ?? "")
        return PercentEncoding.path(decoded)
    }
}
