import System

/// Integers in a row, written as hexadecimal digits: what cursors are made of, safe in any address. The last eight
/// bytes are a checksum, so that a cut or mistyped cursor is known as such.
struct CursorWriter {
    private var bytes: [UInt8] = []

    mutating func add<Number: FixedWidthInteger>(_ number: Number) {
        for shift in stride(from: Number.bitWidth - 8, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    /// The digits.
    consuming func text() -> String {
        var check = Fingerprint()
        check.add(bytes)
        add(check.value)
        return Hexadecimal.text(bytes)
    }
}

/// Reads what `CursorWriter` wrote. Cursors come from strangers: every read may fail, and none traps.
struct CursorReader {
    private var rest: ArraySlice<UInt8>

    private static let longest = 256
    private static let checkLength = 8

    /// Nil unless `text` is whole.
    init?(_ text: String) {
        let digits = text.utf8.compactMap(PercentDecoding.hexValue)
        guard text.utf8.count <= Self.longest, digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else {
            return nil
        }
        let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        var check = Fingerprint()
        check.add(bytes.dropLast(Self.checkLength))
        rest = bytes.suffix(Self.checkLength)
        guard next(UInt64.self) == check.value else { return nil }
        rest = bytes.dropLast(Self.checkLength)
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func next<Number: FixedWidthInteger>(_: Number.Type) -> Number? {
        let length = Number.bitWidth / 8
        guard rest.count >= length else { return nil }
        defer { rest = rest.dropFirst(length) }
        // Shifted in pieces: a shift by the whole width of a byte would be its own special case.
        return rest.prefix(length).reduce(Number.zero) {
            (Number.bitWidth == 8 ? 0 : $0 << 8) | Number(truncatingIfNeeded: $1)
        }
    }
}
