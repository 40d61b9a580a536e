/// What a parser found: elements, what they say of themselves, and text, in their order, as bytes. What stands between them are
/// bytes that UTF-8 has not, so that no text can be taken for them.
struct Outline: Equatable, Sendable {
    enum Mark: UInt8 {
        case begin = 0xF8
        case attribute
        case value
        case text
        case end
    }

    private(set) var bytes: [UInt8] = []
    private var isInText = false
    /// What was wrong with the input, where the parser says so.
    var error: String?

    mutating func add(_ mark: Mark) {
        isInText = false
        bytes.append(mark.rawValue)
    }

    mutating func add(_ mark: Mark, _ content: UnsafePointer<CChar>?) {
        add(mark)
        guard var next = unsafe content else { return }
        while let byte = unsafe Optional(UInt8(bitPattern: next.pointee)), byte != 0 {
            bytes.append(byte)
            unsafe next += 1
        }
    }

    /// Pieces of text in a row are one.
    mutating func add(text: UnsafeRawBufferPointer) {
        if !isInText { add(.text) }
        isInText = true
        unsafe bytes.append(contentsOf: text)
    }
}

/// The outline that is expected, but for the strangers' text and the address in it.
struct OutlineTemplate: Sendable {
    private enum Piece {
        case fixed(ArraySlice<UInt8>)
        case text, attribute, address
    }

    private var pieces: [Piece] = []

    /// What stands for the text and for the address where a template is made.
    static let text = "TEXT"
    static let address = "/ADDRESS"

    init(_ outline: Outline) {
        var rest = outline.bytes[...]
        var isValue = false
        var fixed = rest.prefix(0)
        while let byte = rest.first {
            if let mark = Outline.Mark(rawValue: byte) { isValue = mark == .value }
            let piece: (Piece, Int)? =
                if rest.starts(with: Self.text.utf8) {
                    (isValue ? .attribute : .text, Self.text.utf8.count)
                } else if rest.starts(with: Self.address.utf8) {
                    (.address, Self.address.utf8.count)
                } else {
                    nil
                }
            if let (piece, length) = piece {
                pieces += [.fixed(fixed), piece]
                rest = rest.dropFirst(length)
                fixed = rest.prefix(0)
            } else {
                rest = rest.dropFirst()
                fixed = outline.bytes[fixed.startIndex..<rest.startIndex]
            }
        }
        pieces.append(.fixed(fixed))
    }

    /// The outline with what belongs in its gaps.
    func filled(text: [UInt8], attribute: [UInt8], address: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1_024 + 16 * text.count)
        for piece in pieces {
            switch piece {
            case .fixed(let fixed): bytes += fixed
            case .text: bytes += text
            case .attribute: bytes += attribute
            case .address: bytes += address.utf8
            }
        }
        return bytes
    }
}
