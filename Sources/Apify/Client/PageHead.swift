import HTTPClient

/// What the head of an answer says of the page in its body.
struct PageHead {
    /// How many items the dataset has.
    let total: Int
    /// The most lines that the page may have.
    let count: Int

    /// The most bytes that an item may have on average, and one more for its line feed.
    private static let bytesPerLine = 65_536 + 1

    /// Throws where the answer to a question for `limit` items is no page.
    init(_ head: HTTPResponseHead, limit: Int) throws(PageFault) {
        guard Self.isJSONLines(head.header("Content-Type") ?? "") else { throw .notJSONLines }
        guard let total = head.header("X-Apify-Pagination-Total").flatMap({ Int($0) }), total >= 0 else {
            throw .noTotal
        }
        self.total = total
        let count = head.header("X-Apify-Pagination-Count").flatMap { Int($0) } ?? limit
        self.count = min(max(count, 0), limit)
    }

    /// The most bytes that the page may have. One of few items may have some that are longer than is kept: each is to be
    /// rejected for itself, and not the page for it.
    var byteLimit: Int { max(count, Self.fewestLines) * Self.bytesPerLine + 1 }

    private static let fewestLines = 16

    /// Apify says `application/jsonl`; the others are names that the same format goes by. Plain text is what proxies
    /// write their complaints in.
    private static func isJSONLines(_ contentType: String) -> Bool {
        let type = contentType.prefix { $0 != ";" && $0 != " " }.lowercased()
        return ["jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "ndjson", "x-ndjson"].contains {
            type == "application/\($0)"
        }
    }
}
