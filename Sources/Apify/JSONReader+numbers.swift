extension JSONReader {
    /// Reads a number and keeps its digits.
    mutating func number() throws(JSONFault) -> String {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// Reads digits, at least one.
    private mutating func digits() throws(JSONFault) {
        let start = position
        while let byte = next, JSONByte.isDigit(byte) { position += 1 }
        guard position > start else { throw fault("no JSON value begins") }
    }
}
