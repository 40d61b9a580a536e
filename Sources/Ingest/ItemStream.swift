public import Apify
import Reels
import Storage
public import System

/// The items of a dataset as they come, mapped one by one: pulls chunks of bytes, gives items.
///
/// At most one chunk's items are held at a time, so that memory stays flat however long the dataset is.
struct ItemStream {
    private let nextChunk: () throws -> [UInt8]?
    private let mapper: ItemMapper
    private var splitter = ItemSplitter(digest: SHA256.self, maximumLength: Self.maximumItemLength)
    private var waiting: [ReceivedItem] = []
    private var position = 0
    private var isFinished = false

    /// What was seen so far.
    private(set) var tally = ItemTally()

    /// Longer items are rejected.
    private static let maximumItemLength = 65_536

    /// `nextChunk` gives nil at the end.
    init(mapper: ItemMapper, nextChunk: @escaping () throws -> [UInt8]?) {
        self.mapper = mapper
        self.nextChunk = nextChunk
    }

    /// The next item; nil after the last.
    ///
    /// - Throws: ``DatasetError`` where the bytes are no dataset, and what `nextChunk` throws.
    mutating func next() throws -> IncomingItem? {
        while position == waiting.count {
            guard !isFinished else { return nil }
            try fill()
        }
        let item = incoming(waiting[position])
        position += 1
        tally.count(item.outcome)
        return item
    }

    private mutating func fill() throws {
        waiting.removeAll(keepingCapacity: true)
        position = 0
        var items = waiting
        if let chunk = try nextChunk() {
            splitter.feed(chunk[...]) { items.append($0) }
        } else {
            isFinished = true
            try splitter.finish { items.append($0) }
        }
        waiting = items
    }

    private func incoming(_ item: ReceivedItem) -> IncomingItem {
        switch item {
        case .overlong(let head, let byteCount, let sha256):
            let rejection = ItemRejection.tooLarge(byteCount: byteCount, maximumLength: Self.maximumItemLength)
            return IncomingItem(
                keptBytes: head, length: Int64(byteCount), sha256: sha256, outcome: IncomingItem.Outcome(rejection))
        case .whole(let bytes):
            return IncomingItem(keptBytes: bytes, length: Int64(bytes.count), outcome: outcome(bytes))
        }
    }

    private func outcome(_ bytes: [UInt8]) -> IncomingItem.Outcome {
        do throws(ItemRejection) {
            return .sighting(try mapper.observation(from: bytes))
        } catch {
            return IncomingItem.Outcome(error)
        }
    }
}

extension SHA256: ItemDigest {}

extension IncomingItem.Outcome {
    init(_ rejection: ItemRejection) {
        self = .rejected(
            code: rejection.code.rawValue, reason: rejection.reason, reelID: rejection.reelID,
            platform: rejection.platform)
    }
}
