import Reels
import Scoring

/// Where a page of reels ended, and which data it was made from, so that the next page is cut from the very same
/// ranking though the data has moved on.
struct PerformanceCursor: Sendable, Equatable {
    /// The data set that answered, which may not have been named.
    var dataset: Dataset
    /// The instant of each platform for which the page was made.
    var clocks: [Platform: Instant]
    /// The place in the ranking, before filtering, of the first reel that was not looked at yet; at least 1.
    var position: Int
    /// Fingerprint of the parameters that decide which reels follow in which order.
    var question: UInt64
    /// Fingerprint of the ranking before `position`: an import may add observations of the past under the same clocks.
    var ranking: UInt64

    private static let version: UInt8 = 1

    /// The cursor as it leaves.
    var text: String {
        var writer = CursorWriter()
        writer.add(Self.version)
        writer.add(UInt8(dataset == .sample ? 1 : 0))
        writer.add(UInt32(position))
        writer.add(question)
        writer.add(ranking)
        for (index, platform) in Platform.allCases.enumerated() {
            guard let clock = clocks[platform] else { continue }
            writer.add(UInt8(index))
            writer.add(clock.microseconds)
        }
        return writer.text()
    }

    /// Nil for anything that `text` cannot have given.
    init?(_ text: String) {
        guard var reader = CursorReader(text), reader.next(UInt8.self) == Self.version,
            let dataset = reader.next(UInt8.self), dataset <= 1,
            let position = reader.next(UInt32.self), position >= 1,
            let question = reader.next(UInt64.self), let ranking = reader.next(UInt64.self)
        else { return nil }
        self.dataset = dataset == 1 ? .sample : .live
        self.position = Int(position)
        self.question = question
        self.ranking = ranking
        clocks = [:]
        while !reader.isAtEnd {
            guard let index = reader.next(UInt8.self), Platform.allCases.indices.contains(Int(index)),
                let clock = reader.next(Int64.self).map(Instant.init(microseconds:)), Instant.writable.contains(clock)
            else { return nil }
            clocks[Platform.allCases[Int(index)]] = clock
        }
        // Platforms in another order, or twice, and digits in upper case are forged.
        guard self.text == text else { return nil }
    }

    init(dataset: Dataset, clocks: [Platform: Instant], position: Int, question: UInt64, ranking: UInt64) {
        self.dataset = dataset
        self.clocks = clocks
        self.position = position
        self.question = question
        self.ranking = ranking
    }
}
