/// What a handler has to say, before it is fitted to the client.
package struct Answer: Sendable {
    var status = 200
    var contentType: String
    /// Fields beside those of type and caching.
    var headers: [(name: String, value: String)] = []
    var body: [UInt8]

    static let html = "text/html; charset=utf-8"

    package init(status: Int = 200, contentType: String, headers: [(name: String, value: String)] = [], body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.headers = headers
        self.body = body
    }

    /// JSON, all of which `content` writes.
    init(
        status: Int = 200, headers: [(name: String, value: String)] = [], json content: (inout JSONWriter) -> Void
    ) {
        var writer = JSONWriter()
        writer.object(content)
        self.init(status: status, contentType: "application/json", headers: headers, body: writer.bytes)
    }
}
