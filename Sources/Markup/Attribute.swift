/// A name and a value in an element's tag. Names come from this room alone; values are escaped where they are written.
public struct Attribute: Sendable {
    enum Value: Sendable {
        /// The attribute is not written at all.
        case absent
        case text(String)
        case fixed(StaticString)
        case tokens([StaticString])
        case number(Double)
        case percent(Double)
        case numbers([Double])
    }

    let name: StaticString
    let value: Value

    /// No attribute: the other branch of a condition.
    public static let absent = Attribute("", .absent)

    init(_ name: StaticString, _ value: Value) {
        self.name = name
        self.value = value
    }

    init(_ name: StaticString, text: String) { self.init(name, .text(text)) }

    init(_ name: StaticString, static value: StaticString) { self.init(name, .fixed(value)) }

    /// A flag such as `selected`, written as `selected=""`: HTML and XML both read that.
    init(_ name: StaticString, when isSet: Bool) { self.init(name, isSet ? .fixed("") : .absent) }
}

extension Attribute {
    func write(into bytes: inout [UInt8]) {
        if case .absent = value { return }
        bytes.append(UInt8(ascii: " "))
        bytes.append(static: name)
        bytes.append(static: "=\"")
        value.write(into: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Attribute.Value {
    fileprivate func write(into bytes: inout [UInt8]) {
        switch self {
        case .absent: break
        case .text(let text): bytes.append(escaping: text)
        case .fixed(let text): bytes.append(escaping: text.description)
        case .tokens(let tokens): Self.write(tokens, into: &bytes) { $1.append(escaping: $0.description) }
        case .number(let number): bytes.append(decimal: number)
        case .percent(let number):
            bytes.append(decimal: number)
            bytes.append(UInt8(ascii: "%"))
        case .numbers(let numbers): Self.write(numbers, into: &bytes) { $1.append(decimal: $0) }
        }
    }

    private static func write<Item>(
        _ items: [Item], into bytes: inout [UInt8], each write: (Item, inout [UInt8]) -> Void
    ) {
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: " ")) }
            write(item, &bytes)
        }
    }
}
