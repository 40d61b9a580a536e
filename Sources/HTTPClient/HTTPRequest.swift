/// One question to a server.
public struct HTTPRequest: Sendable {
    /// The methods that are spoken here.
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    /// What is asked.
    public var method: Method

    /// Absolute, `https:`; `http:` only to this machine itself.
    public var url: String

    /// Names and values. `Authorization` comes from `token`, `Accept-Encoding` by itself.
    public var headers: [(name: String, value: String)]

    /// Sent with `post`.
    public var body: [UInt8]

    /// Sent as `Authorization: Bearer`.
    public var token: BearerToken?

    /// A request for `url`.
    public init(
        _ method: Method, _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
        token: BearerToken? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.token = token
    }
}
