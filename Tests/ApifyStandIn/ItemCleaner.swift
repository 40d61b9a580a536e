/// What the API calls a clean item: one without its hidden members, whose names begin with `#`.
enum ItemCleaner {
    /// Nil where nothing is left. What is no JSON object stays as it is: a broken item is none of our business.
    static func cleaned(_ line: [UInt8]) -> [UInt8]? {
        guard let members = members(of: line) else { return line }
        let shown = members.filter { !$0.starts(with: hidden) }
        if shown.isEmpty { return nil }
        if shown.count == members.count { return line }
        return [UInt8(ascii: "{")] + shown.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "}")]
    }

    private static let hidden = Array("\"#".utf8)

    /// The members of an object, each from its name to the end of its value.
    private static func members(of line: [UInt8]) -> [ArraySlice<UInt8>]? {
        let object = trimmed(line[...])
        guard object.count >= 2, object.first == UInt8(ascii: "{"), object.last == UInt8(ascii: "}") else { return nil }
        let inside = trimmed(object.dropFirst().dropLast())
        // Most items hide nothing, and have something to show.
        if !inside.isEmpty, !inside.contains(UInt8(ascii: "#")) { return [inside] }
        return separators(in: inside).map { members in members.map(trimmed).filter { !$0.isEmpty } }
    }

    /// Split at the commas that stand in no string, object or array; nil where these do not close.
    private static func separators(in object: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        var depth = 0
        var isInString = false
        var isEscaped = false
        let parts = object.split(omittingEmptySubsequences: false) { byte in
            if isEscaped {
                isEscaped = false
            } else if isInString {
                isEscaped = byte == UInt8(ascii: "\\")
                isInString = byte != UInt8(ascii: "\"")
            } else {
                switch byte {
                case UInt8(ascii: "\""): isInString = true
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
                case UInt8(ascii: ","): return depth == 0
                default: break
                }
            }
            return false
        }
        return depth == 0 && !isInString ? parts : nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let blanks = Array(" \t\r\n".utf8)
        let start = bytes.firstIndex { !blanks.contains($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !blanks.contains($0) } ?? start - 1
        return bytes[start..<end + 1]
    }
}
