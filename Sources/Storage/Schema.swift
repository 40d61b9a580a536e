/// The name of the PostgreSQL schema that holds one data set; the same migrations build every one.
///
/// Statements carry the name, since a transaction pooler keeps no `search_path`.
public struct Schema: Sendable, Hashable {
    /// The bare name.
    public let name: String

    /// Room is left for suffixes within PostgreSQL's 63 bytes.
    private static let maximumLength = 40

    /// What a name must be, for the sentence that refuses one.
    public static let rule = "must be lower-case letters, digits and _, beginning with a letter, at most 40 of them"

    /// Nil unless the name is made of lower-case letters, digits and `_`, begins with a letter, and is at most 40 long.
    public init?(_ name: String) {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
            name.utf8.count <= Self.maximumLength, !name.hasPrefix("pg_"), name.utf8.allSatisfy(Self.isAllowed)
        else { return nil }
        self.name = name
    }

    private init(unchecked name: String) {
        self.name = name
    }

    /// Where the sample lies beside this schema's live data.
    public var sample: Schema { Schema(unchecked: name + "_sample") }

    /// The name as it stands in statements.
    var quoted: String { "\"\(name)\"" }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
