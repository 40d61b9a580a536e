/// A value that must not be seen: it shows itself only to who asks for it by name.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The value itself. Never for a log, an error, an address, an argument or a page.
    public let revealed: String

    /// Hides `value`.
    public init(_ value: String) {
        revealed = value
    }

    /// The same for every secret.
    public var description: String { "(hidden)" }
    /// The same for every secret.
    public var debugDescription: String { "(hidden)" }
    /// Shows no member.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
