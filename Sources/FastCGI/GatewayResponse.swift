/// The whole answer to a request, made before a byte of it is sent.
public struct GatewayResponse: Sendable {
    /// The status code of HTTP.
    public var status: Int

    /// Names and values, in the order in which they are sent. `Content-Length` is added where it is missing.
    public var headers: [(name: String, value: String)]

    /// The body; not sent in answer to `HEAD`.
    public var body: [UInt8]

    /// An answer made of its three parts.
    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// An answer of one line of plain text.
    static func plain(status: Int, _ text: String) -> GatewayResponse {
        GatewayResponse(
            status: status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array("\(text)\n".utf8))
    }
}
