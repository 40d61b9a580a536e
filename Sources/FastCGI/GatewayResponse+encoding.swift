extension GatewayResponse {
    /// The status line and headers in the form of RFC 3875, 6.2; nil with a header that would forge others.
    func encodedHead() -> [UInt8]? {
        guard (100...999).contains(status), headers.allSatisfy({ Self.isSafe($0.name, $0.value) }) else { return nil }
        var head: [UInt8] = []
        head.reserveCapacity(512)
        head.append(field: "Status", "\(status) \(ReasonPhrase.of(status))")
        for (name, value) in headers { head.append(field: name, value) }
        if hasBody, !headers.contains(where: { $0.name.isContentLength }) {
            // A body that is cut off on its way must not pass for a whole one.
            head.append(field: "Content-Length", String(body.count))
        }
        head.append(contentsOf: "\r\n".utf8)
        return head
    }

    /// Whether an answer with this status may have a body at all (RFC 9110, 6.4.1).
    private var hasBody: Bool {
        status >= 200 && status != 204 && status != 304
    }

    /// The bytes to send after the head.
    func encodedBody(method: String) -> [UInt8] {
        hasBody && method != "HEAD" ? body : []
    }

    /// A name is a token (RFC 9110, 5.6.2), a value holds no control characters save the tab.
    private static func isSafe(_ name: String, _ value: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy(isToken)
            && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        guard byte > 0x20, byte < 0x7F else { return false }
        return !#""(),/:;<=>?@[\]{}"#.utf8.contains(byte)
    }
}

extension [UInt8] {
    fileprivate mutating func append(field name: String, _ value: String) {
        append(contentsOf: name.utf8)
        append(UInt8(ascii: ":"))
        append(UInt8(ascii: " "))
        append(contentsOf: value.utf8)
        append(UInt8(ascii: "\r"))
        append(UInt8(ascii: "\n"))
    }
}

extension String {
    fileprivate var isContentLength: Bool { utf8.count == 14 && lowercased() == "content-length" }
}
