import Reels
package import Scoring

extension FinishedRuns {
    /// Stands for no time: it is before any that can be.
    private static let noTime = Int64.min

    /// All of them, in the order of their identifiers.
    package func write(to writer: inout ColumnWriter) throws {
        let sorted = entries.sorted { $0.key < $1.key }
        try writer.write(UInt64(sorted.count))
        for (id, entry) in sorted {
            try writer.write(id)
            try writer.write(entry.observed)
            try writer.write(entry.scrapedAt?.microseconds ?? Self.noTime)
            try writer.write(entry.finishedAt.microseconds)
            try writer.write(entry.platform?.rawValue ?? "")
        }
    }

    /// What ``write(to:)`` has written.
    package init(from reader: inout ColumnReader) throws {
        self.init()
        for _ in 0..<(try reader.count(bytesEach: 40)) {
            let (id, observed) = (try reader.text(), try reader.number(Int64.self))
            let (time, finish) = (try reader.number(Int64.self), try reader.number(Int64.self))
            let name = try reader.text()
            let platform = Platform(rawValue: name)
            guard name.isEmpty || platform != nil else { throw ColumnsDamaged() }
            let scrapedAt = time == Self.noTime ? nil : Instant(microseconds: time)
            add(
                id: id, observed: observed, scrapedAt: scrapedAt, finishedAt: Instant(microseconds: finish),
                platform: platform)
        }
    }
}
