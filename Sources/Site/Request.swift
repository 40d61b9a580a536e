/// A request as the site sees it, whatever brought it: nothing is decoded yet, so that every rule about what is
/// acceptable stands in one place, here.
public struct Request: Sendable {
    /// `GET`, `HEAD`, `POST`, or whatever was sent.
    public var method: String
    /// The path as sent, percent-encoded, without the query.
    public var path: String
    /// What followed the `?`; empty where nothing did.
    public var query: String
    /// Header fields by lower-case name.
    public var headers: [String: String]
    /// The body, empty where there is none.
    public var body: [UInt8]
    /// Whether it came by the way that only who watches the process is let in by.
    public var isFromMonitor: Bool
    /// Whether it came to those who may wait for the database, and not to those who never do.
    public var mayWait: Bool

    /// A request as received.
    public init(
        method: String, path: String, query: String = "", headers: [String: String] = [:], body: [UInt8] = [],
        isFromMonitor: Bool = false, mayWait: Bool = false
    ) {
        self.isFromMonitor = isFromMonitor
        self.mayWait = mayWait
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }
}
