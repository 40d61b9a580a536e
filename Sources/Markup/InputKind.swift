/// What a field takes.
public enum InputKind: Sendable {
    case text
    case number
    case search
    case password
    case checkbox
    /// Not shown; sent with the others.
    case hidden
}

extension InputKind {
    var name: StaticString {
        switch self {
        case .text: "text"
        case .number: "number"
        case .search: "search"
        case .password: "password"
        case .checkbox: "checkbox"
        case .hidden: "hidden"
        }
    }
}
