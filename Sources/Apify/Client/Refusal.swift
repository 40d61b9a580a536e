import HTTPClient

/// An answer that is an error, with as much of its body as may tell of what type.
struct Refusal {
    let head: HTTPResponseHead
    private var body: [UInt8] = []

    private static let longestBody = 65_536

    init(head: HTTPResponseHead) {
        self.head = head
    }

    /// What ends the exchange once the body is longer than an error can be.
    struct IsLongEnough: Error {}

    mutating func take(_ piece: [UInt8]) throws(IsLongEnough) {
        body += piece
        guard body.count <= Self.longestBody else { throw IsLongEnough() }
    }

    /// The type in `{"error": {"type", "message"}}`. A message may quote the request and is not read; nor is a type in
    /// letters other than those that Apify's are written in, which could be anything.
    var type: String? {
        guard let type = (try? ItemFields(item: body))?.object("error").name("type"), type.utf8.count <= 60,
            type.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") })
        else { return nil }
        return type
    }
}
