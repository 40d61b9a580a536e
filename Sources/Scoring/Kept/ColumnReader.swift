/// Reads what ``ColumnWriter`` has written. It believes no count before so many bytes are there, and fails with
/// ``ColumnsDamaged`` where they are not what they should be.
package struct ColumnReader {
    private var bytes: [UInt8] = []
    private var place = 0
    /// Bytes up to the end.
    package private(set) var remaining: Int
    private let next: () throws -> [UInt8]

    /// Of `count` bytes, which `next` gives piece by piece; it gives none at the end.
    package init(count: Int, next: @escaping () throws -> [UInt8]) {
        remaining = count
        self.next = next
    }

    /// A number by itself.
    package mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws -> Number {
        let size = Number.bitWidth / 8
        try provide(size)
        var number: Number = 0
        for offset in 0..<size { number |= Number(truncatingIfNeeded: bytes[place + offset]) << (8 * offset) }
        place += size
        remaining -= size
        return number
    }

    /// How many of `bytesEach` bytes, at least one, follow.
    package mutating func count(bytesEach: Int) throws -> Int {
        let count = try number(UInt64.self)
        guard count <= UInt64(remaining / bytesEach) else { throw ColumnsDamaged() }
        return Int(count)
    }

    /// As many numbers as stand before them.
    package mutating func numbers<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws -> [Number] {
        try numbers { (number: Number) in number }
    }

    /// The same, each made into something else.
    package mutating func numbers<Number: FixedWidthInteger, Element>(
        _ element: (Number) throws -> Element
    ) throws -> [Element] {
        let count = try count(bytesEach: Number.bitWidth / 8)
        var elements: [Element] = []
        elements.reserveCapacity(count)
        for _ in 0..<count { elements.append(try element(number())) }
        return elements
    }

    /// So many bytes.
    package mutating func bytes(_ count: Int) throws -> [UInt8] {
        guard count <= remaining else { throw ColumnsDamaged() }
        var taken: [UInt8] = []
        taken.reserveCapacity(count)
        while taken.count < count {
            try provide(1)
            let length = min(count - taken.count, bytes.count - place)
            taken.append(contentsOf: bytes[place..<place + length])
            place += length
            remaining -= length
        }
        return taken
    }

    /// A text by itself.
    package mutating func text() throws -> String {
        let utf8 = try bytes(count(bytesEach: 1))
        guard let text = String(validating: utf8, as: UTF8.self) else { throw ColumnsDamaged() }
        return text
    }

    private mutating func provide(_ size: Int) throws {
        guard size <= remaining else { throw ColumnsDamaged() }
        while bytes.count - place < size {
            let more = try next()
            guard !more.isEmpty else { throw ColumnsDamaged() }
            bytes = place == bytes.count ? more : bytes[place...] + more
            place = 0
        }
    }
}
