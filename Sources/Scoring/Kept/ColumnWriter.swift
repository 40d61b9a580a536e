/// Writes columns as bytes, numbers little-endian, and hands them on piece by piece: no second copy of the columns is made.
package struct ColumnWriter {
    private var bytes: [UInt8] = []
    private let handOn: ([UInt8]) throws -> Void

    private static let pieceSize = 1 << 17

    /// Call ``finish()`` after the last.
    package init(handOn: @escaping ([UInt8]) throws -> Void) {
        self.handOn = handOn
        bytes.reserveCapacity(Self.pieceSize + 16)
    }

    /// A number by itself.
    package mutating func write<Number: FixedWidthInteger>(_ number: Number) throws {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
        if bytes.count >= Self.pieceSize { try finish() }
    }

    /// How many, and then the numbers.
    package mutating func write<Numbers: Collection>(_ numbers: Numbers) throws
    where Numbers.Element: FixedWidthInteger {
        try write(UInt64(numbers.count))
        for number in numbers { try write(number) }
    }

    /// A text by itself.
    package mutating func write(_ text: String) throws {
        try write(text.utf8)
    }

    /// Bytes as they are, without their number.
    package mutating func write(bytes: ArraySlice<UInt8>) throws {
        self.bytes.append(contentsOf: bytes)
        if self.bytes.count >= Self.pieceSize { try finish() }
    }

    /// Hands on what is left.
    package mutating func finish() throws {
        try handOn(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
