/// A value from an item as a message may show it: in quotes, at most 40 scalars, nothing in it that steers a terminal
/// or turns the direction of text.
struct ShownValue: CustomStringConvertible {
    private static let maximumLength = 40

    let description: String

    init(_ text: String) {
        let scalars = text.unicodeScalars
        var shown = String.UnicodeScalarView(scalars.prefix(Self.maximumLength).map(Self.visible))
        if scalars.dropFirst(Self.maximumLength).first != nil { shown.append("…") }
        description = "\"\(String(shown))\""
    }

    init(_ value: JSONValue) {
        switch value {
        case .string(let text): self.init(text)
        case .number(let literal): self.init(unquoted: literal)
        case .bool(let bool): self.init(unquoted: String(bool))
        case .null, .array, .object: self.init(unquoted: value.kind)
        }
    }

    private init(unquoted text: String) {
        description = text.utf8.count <= Self.maximumLength ? text : text.prefix(Self.maximumLength) + "…"
    }

    private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: "\u{FFFD}"
        default: scalar
        }
    }
}
