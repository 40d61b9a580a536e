/// One JSON object being written, with the spacing that Apify's JSON lines have: none.
struct ItemText {
    private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

    init() { bytes.reserveCapacity(1_024) }

    /// The object, closed.
    var closed: [UInt8] { bytes + [UInt8(ascii: "}")] }

    mutating func add(_ name: String, _ text: String) {
        begin(name)
        quote(text)
    }

    mutating func add(_ name: String, _ number: Int64) {
        begin(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Nil is written as null.
    mutating func add(_ name: String, orNull number: Int64?) {
        begin(name)
        bytes.append(contentsOf: (number.map { String($0) } ?? "null").utf8)
    }

    mutating func add(_ name: String, _ flag: Bool) {
        begin(name)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// Thousandths, written as a decimal fraction.
    mutating func add(_ name: String, milli: Int) {
        begin(name)
        let digits = String(milli % 1_000)
        bytes.append(
            contentsOf: "\(milli / 1_000).\(String(repeating: "0", count: 3 - digits.utf8.count))\(digits)".utf8)
    }

    mutating func add(_ name: String, _ texts: [String]) {
        begin(name)
        list(texts) { (item, text) in item.quote(text) }
    }

    /// A list of objects with a `name` each.
    mutating func add(_ name: String, named texts: [String]) {
        begin(name)
        list(texts) { (item, text) in
            var object = ItemText()
            object.add("name", text)
            item.bytes.append(contentsOf: object.closed)
        }
    }

    mutating func add(_ name: String, object write: (inout ItemText) -> Void) {
        begin(name)
        var object = ItemText()
        write(&object)
        bytes.append(contentsOf: object.closed)
    }

    private mutating func begin(_ name: String) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        quote(name)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func list(_ texts: [String], _ write: (inout ItemText, String) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, text)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case UInt8(ascii: "\n"): bytes.append(contentsOf: #"\n"#.utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
