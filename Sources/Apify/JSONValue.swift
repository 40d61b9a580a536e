/// One JSON value, its numbers as they were written: ids of 19 digits and counts are not to pass through a double.
package enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    /// The literal, such as `2542022` or `37.3`.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The kind in words, for messages.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
