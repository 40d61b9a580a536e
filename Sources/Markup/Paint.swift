/// What a shape is filled or drawn with.
public enum Paint: Sendable {
    case none
    /// A colour such as `#25A9BF`.
    case color(StaticString)
    /// The gradient with this id in the same document.
    case gradient(id: String)

    var value: Attribute.Value {
        switch self {
        case .none: .fixed("none")
        case .color(let color): .fixed(color)
        case .gradient(let id): .text("url(#" + id + ")")
        }
    }
}
