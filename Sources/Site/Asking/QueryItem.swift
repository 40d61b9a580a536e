/// One `name=value` of a query or a form.
struct QueryItem: Equatable {
    /// Decoded; as sent where it cannot be, which no known name equals.
    let name: String
    /// Decoded; nil where it cannot be. Empty where there was none.
    let value: String?

    /// The items of a query or of a form's body; empty pieces between `&` are none.
    static func items(of text: String) -> [QueryItem] {
        text.utf8.split(separator: UInt8(ascii: "&")).map { piece in
            let parts = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = Substring(parts[0])
            return QueryItem(
                name: PercentDecoding.text(name, plusIsSpace: true) ?? String(name),
                value: parts.count < 2 ? "" : PercentDecoding.text(Substring(parts[1]), plusIsSpace: true))
        }
    }
}
