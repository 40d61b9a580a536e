/// A whole answer: it is built to its end before the first byte is sent, so that an error can still become a 500.
public struct Response: Sendable {
    /// The HTTP status.
    public var status: Int
    /// Header fields in the order in which they are sent; without `Content-Length`, which the gateway adds.
    public var headers: [(name: String, value: String)]
    /// The bytes of the body.
    public var body: [UInt8]

    /// An answer of `status`.
    public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
