/// PostgreSQL's text form of `text[]`: `{one,"t\"wo",""}`.
enum TextArray {
    /// The elements of a list without nulls, of one dimension.
    static func elements(_ text: String) -> [String] {
        let body = text.utf8.dropFirst().dropLast()
        guard !body.isEmpty else { return [] }
        var elements: [String] = []
        var element: [UInt8] = []
        var (isQuoted, isEscaped) = (false, false)
        for byte in body {
            switch byte {
            case _ where isEscaped:
                element.append(byte)
                isEscaped = false
            case UInt8(ascii: "\\"): isEscaped = true
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted:
                elements.append(String(decoding: element, as: UTF8.self))
                element.removeAll()
            default: element.append(byte)
            }
        }
        return elements + [String(decoding: element, as: UTF8.self)]
    }
}
