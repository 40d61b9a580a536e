import HTTPClient

/// Reads a page while it arrives, and refuses it as soon as it cannot be one.
struct PageReader<Digest: ItemDigest> {
    /// How many items were asked for.
    let limit: Int
    private var head: PageHead?
    private var lines = PageLines<Digest>()
    private var byteCount = 0

    init(limit: Int) {
        self.limit = limit
    }

    mutating func take(_ piece: [UInt8], of head: HTTPResponseHead) throws(PageFault) {
        let head = try understood(head)
        byteCount += piece.count
        guard byteCount <= head.byteLimit else { throw .longerThan(bytes: head.byteLimit) }
        lines.feed(piece)
        guard lines.count <= head.count else { throw .moreThan(items: head.count) }
    }

    /// The page, after the last piece.
    mutating func finish(_ head: HTTPResponseHead) throws(PageFault) -> DatasetPage {
        let head = try understood(head)
        try lines.finish()
        guard !holdsErrorInPlaceOfItems else { throw .errorInPlaceOfItems }
        return DatasetPage(items: lines.items, total: head.total, byteCount: byteCount)
    }

    /// The head is read once, when the first piece has come, or the end.
    private mutating func understood(_ head: HTTPResponseHead) throws(PageFault) -> PageHead {
        if let head = self.head { return head }
        let head = try PageHead(head, limit: limit)
        self.head = head
        return head
    }

    /// Whether there is nothing but `{"error": {"type": "..."}}`. An actor's own `{"error": "no_items"}` is an item.
    private var holdsErrorInPlaceOfItems: Bool {
        guard lines.items.count == 1, case .whole(let bytes) = lines.items[0], let item = try? ItemFields(item: bytes)
        else { return false }
        return item.members.count == 1 && item.object("error").name("type") != nil
    }
}
