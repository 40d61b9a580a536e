/// An address on our own site: an absolute path, a query and a fragment, each encoded here from its plain parts, so that it
/// cannot lead to another site or change its meaning by what stands in a part.
public struct SiteAddress: Hashable, Sendable {
    /// The encoded address, beginning with exactly one slash.
    public let text: String

    /// `SiteAddress("performance", query: ["window": "7d", "as_of": nil])` is `/performance?window=7d`.
    ///
    /// - Parameters:
    ///   - segments: parts of the path, not encoded. Empty ones are left out.
    ///   - query: names and values in their order, not encoded. Those without a value are left out.
    ///   - fragment: the id of an element on the page, not encoded.
    public init(_ segments: String..., query: KeyValuePairs<String, String?> = [:], fragment: String? = nil) {
        self.init(segments: segments, query: query.map { ($0.key, $0.value) }, fragment: fragment)
    }

    /// The same from lists.
    public init(segments: [String], query: [(name: String, value: String?)] = [], fragment: String? = nil) {
        var text = ""
        for segment in segments where !segment.isEmpty { text += "/" + Self.encoded(segment: segment) }
        if text.isEmpty { text = "/" }
        var separator = "?"
        for (name, value) in query {
            guard let value else { continue }
            text += separator + PercentEncoding.encode(name) + "=" + PercentEncoding.encode(value)
            separator = "&"
        }
        if let fragment { text += "#" + PercentEncoding.encode(fragment) }
        self.text = text
    }

    /// A browser resolves `..` even when it is written `%2E%2E`. Encoded once more it is no step upwards: such an address
    /// leads to nothing, and not elsewhere.
    private static func encoded(segment: String) -> String {
        switch segment {
        case ".": "%252E"
        case "..": "%252E%252E"
        default: PercentEncoding.encode(segment)
        }
    }
}
