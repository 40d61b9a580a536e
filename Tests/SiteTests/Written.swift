import Site

/// A JSON object or array as it is written: its parts in their order, each by its own text. Tests that look for one number
/// stay readable, and none passes because the text occurs elsewhere.
struct Written {
    private let parts: [Substring]

    init(_ text: some StringProtocol) {
        parts = Self.parts(of: Substring(text))
    }

    /// What stands between the outermost brackets, cut at the commas of that depth.
    private static func parts(of text: Substring) -> [Substring] {
        var (parts, depth, isInString, isEscaped): ([Substring], Int, Bool, Bool) = ([], 0, false, false)
        var start = text.startIndex
        for (place, byte) in zip(text.utf8.indices, text.utf8) {
            defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            guard !isInString else { continue }
            let next = text.utf8.index(after: place)
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                if depth == 1 { start = next }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0, start < place || !parts.isEmpty { parts.append(text[start..<place]) }
            case UInt8(ascii: ",") where depth == 1:
                parts.append(text[start..<place])
                start = next
            default: break
            }
        }
        return parts
    }

    /// The elements of an array.
    var elements: [Written] { parts.map { Written($0) } }

    /// The names of an object's members.
    var names: [String] { parts.map { String($0.dropFirst().prefix { $0 != "\"" }) } }

    /// The value of an object's member, as it is written; nil where there is none.
    subscript(name: String) -> String? {
        let start = "\"\(name)\":"
        return parts.first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    }

    /// The values of these members, one behind the other; `-` stands for one that there is none of.
    func values(_ names: String...) -> String {
        names.map { self[$0] ?? "-" }.joined(separator: " ")
    }
}

extension Response {
    /// The reels of an answer in JSON, by their identifiers.
    var reels: [String: Written] {
        let items = Written(Written(text)["items"] ?? "").elements
        return Dictionary(items.map { (String(($0["reel_id"] ?? "").dropFirst().dropLast()), $0) }) { $1 }
    }

    /// The cohorts of an answer in JSON.
    var cohorts: [Written] { Written(Written(text)["cohorts"] ?? "").elements }
}
