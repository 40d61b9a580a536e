/// A page of a dataset as it was asked for.
struct DatasetPage {
    let offset: Int
    let limit: Int?
    private let isClean: Bool
    private let isLines: Bool

    /// What the API says where no limit was asked for.
    private static let noLimit = 999_999_999_999

    init(offset: Int, limit: Int?, _ head: RequestHead) throws(Refusal) {
        self.offset = offset
        self.limit = limit
        isClean = Service.isTrue(head.query["clean"])
        switch head.query["format"] ?? "json" {
        case "json": isLines = false
        case "jsonl": isLines = true
        default: throw Refusal(answer: .error(400, "unsupported-output-format", "This stand-in has json and jsonl."))
        }
    }

    /// The page, of `total` items. With `clean` it can hold fewer than its headers count: they count what was looked at.
    func answer(_ items: DatasetItems, total: Int) -> Answer {
        let start = min(offset, total)
        let end = min(total, start + min(limit ?? total, total - start))
        let shown = (start..<end).compactMap { index in
            isClean ? ItemCleaner.cleaned(items.line(index)) : items.line(index)
        }
        var answer = Answer(
            200, type: isLines ? "application/jsonl; charset=utf-8" : "application/json; charset=utf-8",
            body: isLines ? Self.lines(shown) : Self.array(shown))
        answer.isChunked = true
        answer.setHeader("X-Apify-Pagination-Total", "\(total)")
        answer.setHeader("X-Apify-Pagination-Offset", "\(offset)")
        answer.setHeader("X-Apify-Pagination-Limit", "\(limit ?? Self.noLimit)")
        answer.setHeader("X-Apify-Pagination-Count", "\(end - start)")
        answer.setHeader("X-Apify-Pagination-Desc", "false")
        return answer
    }

    private static func lines(_ items: [[UInt8]]) -> [UInt8] {
        items.reduce(into: []) { body, item in
            body += item
            body.append(UInt8(ascii: "\n"))
        }
    }

    private static func array(_ items: [[UInt8]]) -> [UInt8] {
        Array("[".utf8) + items.joined(separator: Array(",\n".utf8)) + Array("]".utf8)
    }
}
