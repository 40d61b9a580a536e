/// Follows braces, brackets and strings to where the outermost of them closes, decoding nothing. A brace closed by a
/// bracket counts as closed: the item is broken either way, and its neighbours are not.
struct NestingScanner {
    private var depth = 0
    private var isInString = false
    private var isEscaped = false

    /// The index behind the byte that closes what `chunk` opens, nil where it goes on in the next chunk.
    mutating func end(in chunk: ArraySlice<UInt8>) -> Int? {
        var index = chunk.startIndex
        while index < chunk.endIndex {
            let byte = chunk[index]
            index += 1
            if isInString {
                passInString(byte)
            } else {
                pass(byte)
            }
            if depth <= 0 && !isInString { return index }
        }
        return nil
    }

    /// A line's end is the end of a string that was left open: JSON's strings hold no bare line feeds.
    mutating func endLine() {
        isInString = false
        isEscaped = false
    }

    private mutating func passInString(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == JSONByte.backslash {
            isEscaped = true
        } else if byte == JSONByte.quote {
            isInString = false
        }
    }

    private mutating func pass(_ byte: UInt8) {
        switch byte {
        case JSONByte.quote: isInString = true
        case JSONByte.openBrace, JSONByte.openBracket: depth += 1
        case JSONByte.closeBrace, JSONByte.closeBracket: depth -= 1
        default: break
        }
    }
}
