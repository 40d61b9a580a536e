import Reels

/// Comma-separated values as RFC 4180 has them: quoted where needed, lines ended by CR LF.
extension [UInt8] {
    /// A line of names or texts of ours.
    mutating func append(csvHeader names: [String]) {
        append(contentsOf: names.joined(separator: ",").utf8)
        append(contentsOf: "\r\n".utf8)
    }

    /// A line of values; nil is an empty cell.
    mutating func append(csv values: some Sequence<Scalar>) {
        var isFirst = true
        for value in values {
            if !isFirst { append(UInt8(ascii: ",")) }
            isFirst = false
            append(csv: value)
        }
        append(contentsOf: "\r\n".utf8)
    }

    private mutating func append(csv value: Scalar) {
        switch value {
        case .text(let text?): append(csv: text)
        case .flag(let flag?): append(contentsOf: (flag ? "true" : "false").utf8)
        case .time(let instant?): append(contentsOf: instant.iso8601.utf8)
        default: append(number: value, orNull: "")
        }
    }

    /// Spreadsheets take a cell that begins so for a formula, and strangers choose these texts; a leading apostrophe
    /// makes it text again.
    private mutating func append(csv text: String) {
        let isFormula = text.utf8.first.map("=+-@\t\r\n".utf8.contains) ?? false
        let needsQuotes = text.utf8.contains { "\",\r\n".utf8.contains($0) }
        if needsQuotes { append(UInt8(ascii: "\"")) }
        if isFormula { append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { append(byte) }
            append(byte)
        }
        if needsQuotes { append(UInt8(ascii: "\"")) }
    }
}
