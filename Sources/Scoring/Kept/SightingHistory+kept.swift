import Reels

extension SightingHistory {
    /// All of it, once it is settled.
    func write(to writer: inout ColumnWriter) throws {
        try writer.write(since.microseconds)
        try writer.write(UInt64(countWhenRead))
        try reels.write(to: &writer)
        try names.write(to: &writer)
        try writer.write(publishTimes.lazy.map { $0.microseconds })
        try publishTimeIsExact.write(to: &writer)
        try writer.write(ends)
        try writer.write(scrapedAt.lazy.map { $0.microseconds })
        try writer.write(views)
        try writer.write(strata.lazy.map { StratumCode($0).bits })
    }

    init(_ platform: Platform, from reader: inout ColumnReader) throws {
        self.init(platform: platform, since: Instant(microseconds: try reader.number()))
        countWhenRead = Int(clamping: try reader.number(UInt64.self))
        reels = try TextDictionary(from: &reader)
        names = try StratumNames(from: &reader)
        publishTimes = try reader.numbers { Instant(microseconds: $0) }
        publishTimeIsExact = try BitColumn(publishTimes.count, from: &reader)
        ends = try reader.numbers()
        scrapedAt = try reader.numbers { Instant(microseconds: $0) }
        views = try reader.numbers()
        strata = try reader.numbers { try StratumCode(bits: $0).stratum }
        guard reels.count == ends.count, publishTimes.count == ends.count, hasAscendingEnds,
            views.count == scrapedAt.count, strata.count == scrapedAt.count
        else { throw ColumnsDamaged() }
    }

    /// Whether each reel has some of the sightings, and all of them together all.
    private var hasAscendingEnds: Bool {
        var last: Int32 = 0
        for end in ends {
            guard end >= last else { return false }
            last = end
        }
        return Int(last) == scrapedAt.count
    }
}
