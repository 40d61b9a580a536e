import Reels
import Scoring
import Storage

/// What a ``SnapshotFile`` holds.
struct KeptColumns {
    let version: String
    let answerableSince: Instant?
    let runs: FinishedRuns
    let platforms: [PlatformData]

    init(_ build: SnapshotBuilder.Build) {
        version = build.version
        answerableSince = build.answerableSince
        runs = build.runs
        platforms = build.snapshot.platforms.map(\.data)
    }

    init(from reader: inout ColumnReader) throws {
        version = try reader.text()
        let answerableSince = try reader.numbers { Instant(microseconds: $0) }
        self.answerableSince = answerableSince.first
        runs = try FinishedRuns(from: &reader)
        let count = try reader.number(UInt8.self)
        platforms = try (0..<count).map { _ in try PlatformData(from: &reader) }
        guard answerableSince.count <= 1, Set(platforms.map(\.platform)).count == platforms.count else {
            throw ColumnsDamaged()
        }
    }

    func write(to writer: inout ColumnWriter) throws {
        try writer.write(version)
        try writer.write([answerableSince].compactMap { $0?.microseconds })
        try runs.write(to: &writer)
        try writer.write(UInt8(platforms.count))
        for platform in platforms { try platform.write(to: &writer) }
    }
}
