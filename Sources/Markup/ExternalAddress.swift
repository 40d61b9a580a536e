/// An address on somebody else's site. Markup cannot know which hosts are to be trusted: its maker has checked that.
public struct ExternalAddress: Hashable, Sendable {
    /// The address as it was checked.
    public let text: String

    /// Takes an address that somebody has checked already (scheme, host, characters). Nil when it does not even begin with
    /// `https://`: the last guard, not the check.
    public init?(alreadyCheckedHTTPS text: String) {
        guard text.utf8.starts(with: "https://".utf8) else { return nil }
        self.text = text
    }
}
