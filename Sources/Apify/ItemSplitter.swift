/// Cuts a dataset into its items while it arrives, in chunks of any size and in flat memory, and decodes nothing.
///
/// A dataset is a JSON array or JSON lines, told apart by the first byte that is no blank (a byte order mark is skipped):
/// - `[` begins an array. Each of its elements is an item, whatever it is. Commas too many or too few are let pass: each
///   element ends where its own nesting closes. What follows the array is read as lines.
/// - Otherwise each line that is not blank is an item, objects or not, and a broken line costs itself alone.
/// - A line that is `{` alone opens an object written over several lines. It ends where its nesting closes, or, broken,
///   before a line that begins with `{` in its first column.
public struct ItemSplitter<Digest: ItemDigest> {
    private enum Layout { case unknown, array, lines, spannedLines }

    private var layout = Layout.unknown
    private var opening: [UInt8] = []
    private var isPastOpening = false
    private var hasSeenObject = false
    private var hasSeenItem = false
    private var hasClosedArray = false

    var buffer: ItemBuffer<Digest>
    var nesting = NestingScanner()
    var isAtLineStart = true
    var holdsReturn = false
    var isScalar = false

    private static var byteOrderMark: [UInt8] { [0xEF, 0xBB, 0xBF] }

    /// Items of more than `maximumLength` bytes are digested, and only their first `keptLength` bytes are kept.
    public init(digest: Digest.Type, maximumLength: Int = 65_536, keptLength: Int = 4_096) {
        buffer = ItemBuffer(maximumLength: maximumLength, keptLength: min(keptLength, maximumLength))
    }

    /// Takes the next bytes and hands each item they complete to `receive`. Throws what `receive` throws.
    public mutating func feed<Failure: Error>(
        _ chunk: ArraySlice<UInt8>, _ receive: (ReceivedItem) throws(Failure) -> Void
    ) throws(Failure) {
        guard !isPastOpening else { return try scan(chunk, receive) }
        let missing = chunk.prefix(Self.byteOrderMark.count - opening.count)
        opening += missing
        guard opening.count == Self.byteOrderMark.count else { return }
        isPastOpening = true
        if opening != Self.byteOrderMark { try scan(opening[...], receive) }
        try scan(chunk[missing.endIndex...], receive)
    }

    /// Hands over what the last chunk left open. Throws ``DatasetError`` where all of it was no dataset, and what
    /// `receive` throws.
    public mutating func finish<Failure: Error>(_ receive: (ReceivedItem) throws(Failure) -> Void) throws {
        if !isPastOpening { try scan(opening[...], receive) }
        guard layout != .array else { throw DatasetError.unterminatedArray }
        if !buffer.isEmpty { try emit(receive) }
        let isEmptyArray = hasClosedArray && !hasSeenItem
        guard hasSeenObject || isEmptyArray else { throw DatasetError.noObject }
    }

    private mutating func scan<Failure: Error>(
        _ chunk: ArraySlice<UInt8>, _ receive: (ReceivedItem) throws(Failure) -> Void
    ) throws(Failure) {
        var rest = chunk
        while !rest.isEmpty {
            switch layout {
            case .unknown: rest = begin(rest)
            case .array: rest = try scanArray(rest, receive)
            case .lines: rest = try scanLine(rest, receive)
            case .spannedLines: rest = try scanSpannedLine(rest, receive)
            }
        }
    }

    private mutating func begin(_ chunk: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let rest = chunk.drop(while: JSONByte.isBlank)
        guard let first = rest.first else { return rest }
        layout = first == JSONByte.openBracket ? .array : .lines
        return layout == .array ? rest.dropFirst() : rest
    }

    mutating func closeArray() {
        layout = .lines
        hasClosedArray = true
    }

    mutating func spanLines() {
        layout = .spannedLines
        nesting = NestingScanner()
        _ = nesting.end(in: [JSONByte.openBrace])
    }

    mutating func endSpannedLines() { layout = .lines }

    mutating func emit<Failure: Error>(_ receive: (ReceivedItem) throws(Failure) -> Void) throws(Failure) {
        hasSeenItem = true
        hasSeenObject = hasSeenObject || buffer.looksLikeObject
        try receive(buffer.take())
    }
}
