extension GatewayResponse {
    /// The status line and headers in the form of RFC 3875, 6.2; nil with a header that would forge others.
    func encodedHead() -> [UInt8]? {
        guard (100...999).contains(status), headers.allSatisfy({ Self.isSafe($0.name, $0.value) }) else { return nil }
        var lines = ["Status: \(status) \(ReasonPhrase.of(status))"]
        lines += headers.map { "\($0.name): \($0.value)" }
        if hasBody, !headers.contains(where: { $0.name.lowercased() == "content-length" }) {
            // A body that is cut off on its way must not pass for a whole one.
            lines.append("Content-Length: \(body.count)")
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
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
