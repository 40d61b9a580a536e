/// What a field takes.
public enum InputKind: Sendable {
    case text
    case number
    case search
    case password
    case checkbox
    /// A day and a time without a zone: `2026-05-01T12:00`, with seconds where there are any.
    case dateTime
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
        case .dateTime: "datetime-local"
        case .hidden: "hidden"
        }
    }
}
