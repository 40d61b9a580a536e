import Reels

extension ReelStates {
    /// The identifiers from the number `known` on, and all rows.
    func write(known: Int, to writer: inout ColumnWriter) throws {
        try writer.write(asOf.microseconds)
        try reelID.write(from: known, to: &writer)
        try reelURL.write(to: &writer)
        try creatorUsername.write(to: &writer)
        try captionText.write(to: &writer)
        for times in [publishTime, scrapedAt] { try writer.write(times.lazy.map { $0.microseconds }) }
        try writer.write(views)
        for counts in [likes, comments, sharesOrSaves] { try writer.write(counts.lazy.map { $0.bits }) }
        try knowsShares.write(to: &writer)
    }

    /// Their identifiers' numbers go on after those of `reels`. Of a run before there are no texts.
    init(
        _ platform: Platform, after reels: TextDictionary, hasTexts: Bool, from reader: inout ColumnReader
    ) throws {
        self.init(platform: platform, asOf: Instant(microseconds: try reader.number()))
        reelID = try DictionaryColumn(reels, isNullable: false, from: &reader)
        reelURL = try SharedTextColumn(from: &reader)
        creatorUsername = try DictionaryColumn(isNullable: true, from: &reader)
        captionText = try SharedTextColumn(from: &reader)
        publishTime = try reader.numbers { Instant(microseconds: $0) }
        scrapedAt = try reader.numbers { Instant(microseconds: $0) }
        views = try reader.numbers()
        likes = try reader.numbers { OptionalCount(bits: $0) }
        comments = try reader.numbers { OptionalCount(bits: $0) }
        sharesOrSaves = try reader.numbers { OptionalCount(bits: $0) }
        let count = reelID.numbers.count
        knowsShares = try BitColumn(count, from: &reader)
        let texts = [reelURL.count, creatorUsername.numbers.count, captionText.count]
        let others = [
            publishTime.count, scrapedAt.count, views.count, likes.count, comments.count, sharesOrSaves.count,
        ]
        guard texts.allSatisfy({ $0 == (hasTexts ? count : 0) }), others.allSatisfy({ $0 == count }) else {
            throw ColumnsDamaged()
        }
    }
}
