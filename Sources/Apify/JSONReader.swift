/// Reads one JSON text as RFC 8259 writes it, and nothing else.
///
/// It stands in for a general decoder because an item is rejected or kept as a whole: a broken string, a lone surrogate
/// or a key given twice counts even in a field that is never asked for, numbers keep their digits, and a field of an
/// unexpected kind costs no thrown error. It is also several times as fast.
package struct JSONReader {
    /// Deeper items are rejected; actors' items are less than ten deep.
    package static let maximumDepth = 64

    let bytes: [UInt8]
    var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value that `bytes` spell, blanks around it allowed.
    package static func value(of bytes: [UInt8]) throws(JSONFault) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value()
        guard reader.position == bytes.count else { throw reader.fault("something follows the value") }
        return value
    }

    /// The byte at the reading position, nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    func fault(_ problem: String) -> JSONFault { JSONFault(problem: problem, offset: position) }

    /// Takes `byte` if it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = next, JSONByte.isBlank(byte) { position += 1 }
    }

    /// Reads a value and the blanks on both its sides.
    private mutating func value() throws(JSONFault) -> JSONValue {
        skipBlanks()
        let value = try bareValue()
        skipBlanks()
        return value
    }

    private mutating func bareValue() throws(JSONFault) -> JSONValue {
        switch next {
        case JSONByte.openBrace: return .object(try nested { (reader) throws(JSONFault) in try reader.members() })
        case JSONByte.openBracket: return .array(try nested { (reader) throws(JSONFault) in try reader.elements() })
        case JSONByte.quote: return .string(try string())
        case UInt8(ascii: "t"): return try keyword("true", .bool(true))
        case UInt8(ascii: "f"): return try keyword("false", .bool(false))
        case UInt8(ascii: "n"): return try keyword("null", .null)
        case nil: throw fault("the text ends where a value is due")
        default: return .number(try number())
        }
    }

    private mutating func nested<Content>(
        _ read: (inout JSONReader) throws(JSONFault) -> Content
    ) throws(JSONFault) -> Content {
        guard depth < Self.maximumDepth else { throw fault("nested deeper than \(Self.maximumDepth)") }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try read(&self)
    }

    private mutating func members() throws(JSONFault) -> [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        // As many as an item has: growing step by step takes an eighth of the whole mapping's time.
        if depth == 1 { members.reserveCapacity(40) }
        skipBlanks()
        if take(JSONByte.closeBrace) { return members }
        repeat {
            skipBlanks()
            guard next == JSONByte.quote else { throw fault("a key is due") }
            let key = try string()
            skipBlanks()
            guard take(JSONByte.colon) else { throw fault("a colon is due") }
            let previous = members.updateValue(try value(), forKey: key)
            guard previous == nil else { throw fault("a key given twice ends") }
        } while take(JSONByte.comma)
        guard take(JSONByte.closeBrace) else { throw fault("an object is not closed") }
        return members
    }

    private mutating func elements() throws(JSONFault) -> [JSONValue] {
        var elements: [JSONValue] = []
        skipBlanks()
        if take(JSONByte.closeBracket) { return elements }
        repeat { elements.append(try value()) } while take(JSONByte.comma)
        guard take(JSONByte.closeBracket) else { throw fault("an array is not closed") }
        return elements
    }

    private mutating func keyword(_ word: StaticString, _ value: JSONValue) throws(JSONFault) -> JSONValue {
        guard bytes[position...].starts(with: word.description.utf8) else { throw fault("no JSON value begins") }
        position += word.utf8CodeUnitCount
        return value
    }
}
