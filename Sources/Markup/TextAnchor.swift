/// Which part of a text lies at its place.
public enum TextAnchor: Sendable {
    case start
    case middle
    case end

    var name: StaticString {
        switch self {
        case .start: "start"
        case .middle: "middle"
        case .end: "end"
        }
    }
}
