/// A secret that proves to a server who asks. It appears in no description, dump or error; it is only ever sent.
public struct BearerToken: Sendable {
    /// Not even public: what nobody can read, nobody can log.
    let secret: String

    /// Takes the token as the server gave it out.
    public init(_ secret: String) {
        self.secret = secret
    }
}

extension BearerToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always the same words, whatever the token.
    public var description: String { "<secret>" }

    /// Always the same words, whatever the token.
    public var debugDescription: String { description }

    /// Without children, so that `dump` shows nothing either.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
