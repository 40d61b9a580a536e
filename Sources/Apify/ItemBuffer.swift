/// The item being received: all its bytes, or, once it is longer than the cap, its head and a digest.
struct ItemBuffer<Digest: ItemDigest> {
    let maximumLength: Int
    let keptLength: Int
    private(set) var bytes: [UInt8] = []
    private(set) var byteCount = 0
    /// The last byte that is no blank.
    private var lastByte: UInt8 = 0
    private var digest: Digest?

    init(maximumLength: Int, keptLength: Int) {
        self.maximumLength = maximumLength
        self.keptLength = keptLength
    }

    var isEmpty: Bool { byteCount == 0 }

    mutating func append(_ slice: ArraySlice<UInt8>) {
        guard !slice.isEmpty else { return }
        lastByte = slice.last { !JSONByte.isBlank($0) } ?? lastByte
        byteCount += slice.count
        if byteCount <= maximumLength {
            bytes.append(contentsOf: slice)
        } else {
            digestRather(than: slice)
        }
    }

    private mutating func digestRather(than slice: ArraySlice<UInt8>) {
        var running = digest ?? Digest()
        if digest == nil {
            running.update(bytes)
            bytes = Array((bytes + slice.prefix(keptLength)).prefix(keptLength))
        }
        running.update(slice)
        digest = running
    }

    /// Whether the bytes so far have an object's outside: `{`, then a key or nothing, then `}`.
    var looksLikeObject: Bool {
        guard bytes.first == JSONByte.openBrace, lastByte == JSONByte.closeBrace,
            let second = bytes.dropFirst().first(where: { !JSONByte.isBlank($0) })
        else { return false }
        return second == JSONByte.quote || second == JSONByte.closeBrace
    }

    /// Whether it is a `{` with nothing but blanks after it.
    var isLoneBrace: Bool {
        byteCount <= maximumLength && bytes.first == JSONByte.openBrace
            && bytes.dropFirst().allSatisfy(JSONByte.isBlank)
    }

    /// Hands the item over and begins the next.
    mutating func take() -> ReceivedItem {
        defer { self = ItemBuffer(maximumLength: maximumLength, keptLength: keptLength) }
        guard let digest else { return .whole(bytes) }
        return .overlong(head: bytes, byteCount: byteCount, sha256: digest.digest())
    }
}
