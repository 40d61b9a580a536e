/// Cuts a page of JSON lines into its items while it arrives. Each line is an item, whatever it is: Apify itself wrote
/// the lines, so that there is nothing to be lenient about, as ``ItemSplitter`` is with files.
struct PageLines<Digest: ItemDigest> {
    private(set) var items: [ReceivedItem] = []
    private var line: ItemBuffer<Digest>
    private var nesting = NestingScanner()
    /// Whether all that the open line has opened is closed again.
    private var isClosed = false

    init(maximumLength: Int = 65_536, keptLength: Int = 4_096) {
        line = ItemBuffer(maximumLength: maximumLength, keptLength: keptLength)
    }

    /// The items so far, and the one that has only begun.
    var count: Int { items.count + (line.isEmpty ? 0 : 1) }

    mutating func feed(_ piece: [UInt8]) {
        var rest = piece[...]
        while !rest.isEmpty {
            if line.isEmpty { rest = rest.drop(while: JSONByte.isBlank) }
            let end = rest.firstIndex(of: JSONByte.lineFeed)
            append(rest[..<(end ?? rest.endIndex)])
            guard let end else { return }
            endLine()
            rest = rest[(end + 1)...]
        }
    }

    /// Takes what follows the last line feed for an item. Throws where it stops inside one.
    mutating func finish() throws(PageFault) {
        guard !line.isEmpty else { return }
        guard isClosed else { throw .cutOff }
        endLine()
    }

    private mutating func append(_ part: ArraySlice<UInt8>) {
        line.append(part)
        if !isClosed { isClosed = nesting.end(in: part) != nil }
    }

    private mutating func endLine() {
        items.append(line.take())
        nesting = NestingScanner()
        isClosed = false
    }
}
