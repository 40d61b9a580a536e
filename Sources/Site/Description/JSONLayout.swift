/// JSON of ours with a line a member, to be read.
struct JSONLayout {
    private var laidOut: [UInt8] = []
    private var depth = 0

    /// `json` must be well-formed and without spaces between its parts, as `JSONWriter` leaves it.
    static func text(_ json: [UInt8]) -> String {
        var layout = JSONLayout()
        var (isInString, isEscaped) = (false, false)
        for (index, byte) in json.enumerated() {
            if byte == UInt8(ascii: "\""), !isEscaped { isInString.toggle() }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            if isInString {
                layout.laidOut.append(byte)
            } else {
                layout.add(byte, isEmpty: index + 1 < json.count && "]}".utf8.contains(json[index + 1]))
            }
        }
        return String(decoding: layout.laidOut, as: UTF8.self)
    }

    private mutating func add(_ byte: UInt8, isEmpty: Bool) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            laidOut.append(byte)
            depth += 1
            if !isEmpty { endLine() }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            if laidOut.last.map({ !"{[".utf8.contains($0) }) ?? false { endLine() }
            laidOut.append(byte)
        case UInt8(ascii: ","):
            laidOut.append(byte)
            endLine()
        case UInt8(ascii: ":"): laidOut += Array(": ".utf8)
        default: laidOut.append(byte)
        }
    }

    private mutating func endLine() {
        laidOut.append(UInt8(ascii: "\n"))
        laidOut += [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth)
    }
}
