/// Which cells a heading names.
public enum HeadingScope: Sendable {
    case column
    case row
}

extension HeadingScope {
    var attribute: Attribute {
        switch self {
        case .column: Attribute("scope", static: "col")
        case .row: Attribute("scope", static: "row")
        }
    }
}
