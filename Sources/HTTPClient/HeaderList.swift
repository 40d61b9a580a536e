import CCurl

/// Owns the list of header lines that curl sends, which must live as long as the exchange.
@safe
struct HeaderList: ~Copyable {
    private(set) var lines: UnsafeMutablePointer<curl_slist>?

    init(_ request: HTTPRequest, origin: String) throws(HTTPClientError) {
        var headers = request.headers
        if let token = request.token { headers.append(("Authorization", "Bearer \(token.secret)")) }
        for (name, value) in headers {
            guard Self.isSafe(name, value) else {
                throw HTTPClientError(.badHeader, origin: origin, detail: "a header has characters that none may have")
            }
            // To curl "name:" means that the header is not to be sent, and "name;" that it is empty.
            try append(value.isEmpty ? "\(name);" : "\(name): \(value)", origin: origin)
        }
        // Otherwise curl calls every body a form.
        let hasType = headers.contains { $0.name.lowercased() == "content-type" }
        if request.method == .post, !hasType { try append("Content-Type:", origin: origin) }
    }

    private mutating func append(_ line: String, origin: String) throws(HTTPClientError) {
        guard let longer = unsafe curl_slist_append(lines, line) else {
            throw HTTPClientError(.unavailable, origin: origin, detail: "no memory for the headers")
        }
        unsafe lines = longer
    }

    deinit {
        unsafe curl_slist_free_all(lines)
    }

    /// A name of visible ASCII, a value without control characters.
    private static func isSafe(_ name: String, _ value: String) -> Bool {
        let forbidden = Array(":;,\"()<>@/[]?={}\\".utf8)
        return !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !forbidden.contains($0) }
            && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
