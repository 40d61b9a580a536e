import Apify
import FoundationEssentials
import Reels

/// The real captures, which stand beside the repository and are not the project's to ship.
enum Captures {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/samples")

    /// Later than all of their publish times.
    static let scrapedAt = Instant(seconds: 1_788_000_000)

    static let areHere: Bool = {
        let found = FileManager.default.fileExists(atPath: folder.path)
        if !found { print("notice: no captures at ../shared/samples; the tests that read them are skipped") }
        return found
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    static func items(_ name: String) throws -> [[UInt8]] {
        var items: [[UInt8]] = []
        var splitter = ItemSplitter(digest: NoDigest.self)
        let keep = { (item: ReceivedItem) in
            if case .whole(let bytes) = item { items.append(bytes) }
        }
        splitter.feed(try bytes(name)[...], keep)
        try splitter.finish(keep)
        return items
    }

    static func outcomes(_ name: String) throws -> [Result<Observation, ItemRejection>] {
        let mapper = ItemMapper(scrapedAt: scrapedAt)
        return try items(name).map { item in
            Result { () throws(ItemRejection) in try mapper.observation(from: item) }
        }
    }
}

/// For datasets without items too long.
struct NoDigest: ItemDigest {
    mutating func update(_ bytes: some Collection<UInt8>) {}
    consuming func digest() -> [UInt8] { [] }
}

extension Result {
    var failure: Failure? {
        if case .failure(let failure) = self { failure } else { nil }
    }

    var success: Success? {
        if case .success(let success) = self { success } else { nil }
    }
}
