import Apify
import Reels

/// The first byte says what items are taken for, the second into how long chunks the rest, a dataset, is cut.
enum ItemTarget {
    private static let scrapedAt = Instant(microseconds: 1_777_636_800_000_000)
    private static let longestItem = 1_024

    static func tryOut(_ input: [UInt8]) throws(Finding) {
        guard input.count >= 2 else { return }
        let platform = ([nil] + Platform.allCases.map(Optional.some))[Int(input[0]) % (Platform.allCases.count + 1)]
        let dataset = input.dropFirst(2)
        let items = split(dataset, by: dataset.count)
        try require(
            items == split(dataset, by: Int(input[1]) + 1), "the items depend on how the dataset was cut in transit")
        let mapper = ItemMapper(scrapedAt: scrapedAt, platform: platform)
        for item in items.received {
            switch item {
            case .whole(let bytes): try check(bytes, by: mapper)
            case .overlong(let head, let byteCount, _):
                try require(byteCount > longestItem && head.count < byteCount, "an item is not overlong")
            }
        }
    }

    private struct Split: Equatable {
        var received: [ReceivedItem] = []
        var isDataset = true
    }

    private static func split(_ dataset: ArraySlice<UInt8>, by length: Int) -> Split {
        var split = Split()
        var splitter = ItemSplitter(digest: LastBytes.self, maximumLength: longestItem, keptLength: 64)
        var rest = dataset
        while !rest.isEmpty {
            splitter.feed(rest.prefix(length)) { split.received.append($0) }
            rest = rest.dropFirst(length)
        }
        do {
            try splitter.finish { split.received.append($0) }
        } catch {
            split.isDataset = false
        }
        return split
    }

    private static func check(_ item: [UInt8], by mapper: ItemMapper) throws(Finding) {
        do {
            try check(mapper.observation(from: item), platform: mapper.platform)
        } catch let finding as Finding {
            throw finding
        } catch let rejection as ItemRejection {
            try require(!rejection.reason.isEmpty && rejection.reason.utf8.count <= 1_000, "a reason nobody can read")
            try require(isClean(rejection.reason), "control characters in a reason: \(rejection.reason)")
        } catch {
            throw Finding("an unknown error: \(error)")
        }
    }

    private static func check(_ observation: Observation, platform: Platform?) throws(Finding) {
        let key = observation.key
        try require(platform == nil || key.platform == platform, "another platform than was asked for")
        try require(!key.reelID.isEmpty && isClean(key.reelID), "an impossible id: \(key.reelID)")
        let counts = [
            observation.views, observation.likes, observation.comments, observation.shares, observation.saves,
        ]
        try require(counts.allSatisfy { $0 ?? 0 >= 0 }, "a count below nothing")
        let day = Microseconds.day
        try require(observation.publishTime <= scrapedAt.advanced(byMicroseconds: day), "published in the future")
        let length = observation.durationSeconds ?? 0
        try require(length.isFinite && length >= 0, "a length of \(length) s")
        let texts =
            [
                observation.reelURL, observation.creatorUsername, observation.captionText, observation.audioID,
                observation.audioName,
            ] + observation.hashtags
        try require(texts.allSatisfy { $0?.utf8.contains(0) != true }, "a NUL, which PostgreSQL does not take")
        if let text = observation.reelURL {
            try require(ReelAddress(text, platform: key.platform) != nil, "an address nobody may follow: \(text)")
        }
    }

    private static func isClean(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    }
}

/// Enough to tell items apart, and cheap.
private struct LastBytes: ItemDigest {
    private var sum: UInt64 = 0

    mutating func update(_ bytes: some Collection<UInt8>) {
        for byte in bytes { sum = sum &* 31 &+ UInt64(byte) }
    }

    consuming func digest() -> [UInt8] {
        stride(from: 0, to: 64, by: 8).map { UInt8(truncatingIfNeeded: sum >> UInt64($0)) }
    }
}
