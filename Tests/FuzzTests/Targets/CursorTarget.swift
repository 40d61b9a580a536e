import Reels

@testable import Site

/// The first byte says how a cursor is made of the rest: the text as it stands, or its bytes with the checksum that a
/// forger would add who has read the source.
enum CursorTarget {
    static func tryOut(_ input: [UInt8]) throws(Finding) {
        guard let form = input.first else { return }
        let rest = input.dropFirst()
        let text = form.isMultiple(of: 2) ? String(decoding: rest, as: UTF8.self) : signed(rest)
        if let cursor = PerformanceCursor(text) {
            try require(cursor.text == text, "\(text) is a cursor, and written as \(cursor.text)")
            try require(cursor.position >= 1, "a position of \(cursor.position)")
            try require(cursor.clocks.values.allSatisfy(Instant.writable.contains), "an instant nobody can write")
        }
        if let cursor = RunCursor(text) {
            try require(cursor.text == text, "\(text) is a cursor of runs, and written as \(cursor.text)")
            try require(Instant.writable.contains(cursor.startedAt), "an instant nobody can write")
            try require(cursor.id.utf8.count == 36, "a run called \(cursor.id)")
        }
    }

    private static func signed(_ bytes: ArraySlice<UInt8>) -> String {
        var writer = CursorWriter()
        for byte in bytes { writer.add(byte) }
        return writer.text()
    }
}
