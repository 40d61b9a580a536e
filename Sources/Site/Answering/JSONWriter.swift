import Reels
import Scoring

/// Writes JSON text straight into bytes, without a tree of values in between. Commas are its business; names are the
/// caller's, and are never a stranger's: they are written as they stand.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// Makes room for so many bytes at once.
    mutating func reserve(_ capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// An object whose members `content` writes.
    mutating func object(_ content: (inout JSONWriter) throws -> Void) rethrows {
        open("{")
        try content(&self)
        close("}")
    }

    /// An array whose elements `content` writes.
    mutating func array(_ content: (inout JSONWriter) throws -> Void) rethrows {
        open("[")
        try content(&self)
        close("]")
    }

    /// An element of an array with a plain value.
    mutating func element(_ value: Scalar) {
        separate()
        bytes.append(json: value)
        needsComma = true
    }

    /// A member with a plain value.
    mutating func member(_ name: String, _ value: Scalar) {
        self.name(name)
        bytes.append(json: value)
        needsComma = true
    }

    /// A member whose value `content` writes: one object or one array.
    mutating func member(_ name: String, _ content: (inout JSONWriter) throws -> Void) rethrows {
        self.name(name)
        needsComma = false
        try content(&self)
    }

    /// A member whose value was written by another writer.
    mutating func member(_ name: String, jsonWrittenBefore json: [UInt8]) {
        self.name(name)
        bytes.append(contentsOf: json)
        needsComma = true
    }

    /// Ends a line of JSON lines.
    mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func name(_ name: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: "\":".utf8)
    }

    private mutating func open(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func close(_ bracket: Unicode.Scalar) {
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }
}

extension [UInt8] {
    mutating func append(json value: Scalar) {
        switch value {
        case .text(let text?): append(json: text)
        case .flag(let flag?): append(contentsOf: (flag ? "true" : "false").utf8)
        case .time(let instant?):
            append(UInt8(ascii: "\""))
            append(contentsOf: instant.iso8601.utf8)
            append(UInt8(ascii: "\""))
        default: append(number: value, orNull: "null")
        }
    }

    /// A number's digits, or `null` where there is none; for JSON and CSV alike.
    mutating func append(number value: Scalar, orNull null: String) {
        switch value {
        case .count(let count?): append(contentsOf: String(count).utf8)
        case .decimal(let number?, let places):
            append(contentsOf: (Rounded(number, decimals: places)?.description ?? null).utf8)
        default: append(contentsOf: null.utf8)
        }
    }

    /// A string in quotes, escaped as RFC 8259 demands and no further.
    mutating func append(json text: String) {
        append(UInt8(ascii: "\""))
        // Most texts need no escape, and are then copied at once.
        if text.utf8.contains(where: Self.needsEscape) {
            for byte in text.utf8 { append(jsonCharacter: byte) }
        } else {
            append(contentsOf: text.utf8)
        }
        append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(jsonCharacter byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            append(UInt8(ascii: "\\"))
            append(byte)
        case 0..<0x20: append(contentsOf: ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8)
        default: append(byte)
        }
    }
}
