extension JSONReader {
    /// Reads a string from its opening quote on.
    mutating func string() throws(JSONFault) -> String {
        position += 1
        let start = position
        while let byte = next {
            switch byte {
            case JSONByte.quote:
                let text = try text(bytes[start..<position])
                position += 1
                return text
            case JSONByte.backslash: return try stringWithEscapes(from: start)
            case 0..<0x20: throw fault("a string holds a bare control character")
            default: position += 1
            }
        }
        throw fault("a string is not closed")
    }

    /// Reads on from the first backslash; the bytes from `start` to there are plain.
    private mutating func stringWithEscapes(from start: Int) throws(JSONFault) -> String {
        var content = Array(bytes[start..<position])
        while let byte = next {
            switch byte {
            case JSONByte.quote:
                let text = try text(content[...])
                position += 1
                return text
            case JSONByte.backslash: try appendEscaped(to: &content)
            case 0..<0x20: throw fault("a string holds a bare control character")
            default:
                content.append(byte)
                position += 1
            }
        }
        throw fault("a string is not closed")
    }

    private func text(_ content: ArraySlice<UInt8>) throws(JSONFault) -> String {
        do {
            return String(copying: try UTF8Span(validating: content.span))
        } catch {
            throw fault("bytes that are no UTF-8 stand in the string that ends")
        }
    }

    private mutating func appendEscaped(to content: inout [UInt8]) throws(JSONFault) {
        position += 1
        guard let letter = next else { throw fault("a string is not closed") }
        position += 1
        switch letter {
        case JSONByte.quote, JSONByte.backslash, UInt8(ascii: "/"): content.append(letter)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"): content.append(contentsOf: try escapedUnits().utf8)
        default: throw fault("a backslash escapes no known letter")
        }
    }

    /// The text after `\u`: one unit, or the two of a surrogate pair.
    private mutating func escapedUnits() throws(JSONFault) -> String {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return String(scalar) }
        guard UTF16.isLeadSurrogate(first), take(JSONByte.backslash), take(UInt8(ascii: "u")) else {
            throw fault("a lone surrogate stands")
        }
        let second = try codeUnit()
        guard UTF16.isTrailSurrogate(second) else { throw fault("a lone surrogate stands") }
        return String(decoding: [first, second], as: UTF16.self)
    }

    private mutating func codeUnit() throws(JSONFault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw fault("four hexadecimal digits are due")
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
