/// The bytes that give JSON its structure.
enum JSONByte {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let comma = UInt8(ascii: ",")
    static let colon = UInt8(ascii: ":")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == lineFeed || byte == carriageReturn || byte == 0x09
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    static func opensNesting(_ byte: UInt8) -> Bool {
        byte == openBrace || byte == openBracket || byte == quote
    }

    /// A number or a word in an array, or garbage in their place, ends where anything else may begin.
    static func endsScalar(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == comma || byte == closeBracket || opensNesting(byte)
    }
}
