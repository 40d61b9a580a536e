/// Gathers bytes until a message of PostgreSQL's protocol is complete.
struct MessageBuffer {
    /// A letter, a length, and a body.
    struct Message {
        let bytes: [UInt8]

        var letter: Character { Character(Unicode.Scalar(bytes[0])) }
        var body: ArraySlice<UInt8> { bytes[5...] }
    }

    private var buffer: [UInt8] = []
    private var position = 0

    mutating func feed(_ bytes: [UInt8]) {
        buffer.removeFirst(position)
        position = 0
        buffer += bytes
    }

    mutating func next() -> Message? { take(after: 1).map(Message.init) }

    /// The message that opens a connection.
    mutating func nextWithoutLetter() -> [UInt8]? { take(after: 0) }

    /// Bytes of a message that has not come whole.
    var rest: [UInt8] { Array(buffer[position...]) }

    /// Four bytes, the highest first.
    static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    private mutating func take(after prefix: Int) -> [UInt8]? {
        let start = position + prefix
        guard buffer.count >= start + 4 else { return nil }
        let end = start + Self.number(buffer[start...])
        guard buffer.count >= end else { return nil }
        defer { position = end }
        return Array(buffer[position..<end])
    }
}
