import Reels

extension PlatformData {
    /// All that was read, and nothing that was computed from it.
    package func write(to writer: inout ColumnWriter) throws {
        try writer.write(platform.rawValue)
        try history.write(to: &writer)
        try states.write(known: history.count, to: &writer)
        try writer.write(UInt8(previous == nil ? 0 : 1))
        try previous?.write(known: history.count, to: &writer)
    }

    /// What ``write(to:)`` has written.
    package init(from reader: inout ColumnReader) throws {
        guard let platform = Platform(rawValue: try reader.text()) else { throw ColumnsDamaged() }
        let history = try SightingHistory(platform, from: &reader)
        let states = try ReelStates(platform, after: history.reels, hasTexts: true, from: &reader)
        let hasPrevious = try reader.number(UInt8.self) != 0
        let previous =
            hasPrevious ? try ReelStates(platform, after: history.reels, hasTexts: false, from: &reader) : nil
        self.init(states: states, history: history, previous: previous)
    }
}
