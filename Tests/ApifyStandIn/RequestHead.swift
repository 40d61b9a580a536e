/// The request line and the headers of a request.
struct RequestHead {
    let method: String
    /// As it was sent, without the query.
    let path: String
    /// The path's segments, decoded.
    let segments: [String]
    /// Of a repeated name the last value.
    let query: [String: String]
    /// By name in lower case; of a repeated name the last value.
    let headers: [String: String]
    /// Exactly as received, without the empty line at its end.
    let text: String

    /// Nil where it is none of HTTP/1.1.
    init?(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
        let lines = text.split(separator: "\r\n")
        let parts = (lines.first ?? "").split(separator: " ")
        guard parts.count == 3, parts[2] == "HTTP/1.1" else { return nil }
        method = String(parts[0])
        let target = parts[1].split(separator: "?", maxSplits: 1)
        path = String(target.first ?? "")
        segments = path.split(separator: "/").map { Self.decoded($0) }
        query = Dictionary(
            (target.dropFirst().first ?? "").split(separator: "&").map { Self.pair($0, "=") }, uniquingKeysWith: { $1 })
        headers = Dictionary(
            lines.dropFirst().map { line in
                let (name, value) = Self.pair(line, ":", decoded: String.init)
                return (name.lowercased(), String(value.drop { $0 == " " }))
            }, uniquingKeysWith: { $1 })
    }

    /// Whether a header's value, a list, has this word.
    func header(_ name: String, names word: String) -> Bool {
        (headers[name] ?? "").lowercased().split(separator: ",").contains { part in
            part.split(separator: ";").first?.filter { $0 != " " } == word
        }
    }

    private static func pair(
        _ text: Substring, _ separator: Character, decoded: (Substring) -> String = Self.decoded
    ) -> (String, String) {
        let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
        return (decoded(parts[0]), parts.count == 2 ? decoded(parts[1]) : "")
    }

    /// Percent-encoding undone.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
