extension ItemSplitter {
    /// Scans up to the end of one line or of the chunk, and returns the rest.
    mutating func scanLine<Failure: Error>(
        _ chunk: ArraySlice<UInt8>, _ receive: (ReceivedItem) throws(Failure) -> Void
    ) throws(Failure) -> ArraySlice<UInt8> {
        let chunk = buffer.isEmpty ? chunk.drop(while: JSONByte.isBlank) : chunk
        let end = chunk.firstIndex(of: JSONByte.lineFeed)
        appendLine(chunk[..<(end ?? chunk.endIndex)])
        guard let end else { return [] }
        isAtLineStart = true
        if buffer.isLoneBrace {
            if holdsReturn { buffer.append([JSONByte.carriageReturn]) }
            buffer.append([JSONByte.lineFeed])
            spanLines()
        } else {
            try emit(receive)
        }
        holdsReturn = false
        return chunk[(end + 1)...]
    }

    /// Appends part of a line. A carriage return at its end is held back until it is known not to be the line's ending.
    private mutating func appendLine(_ part: ArraySlice<UInt8>) {
        guard let last = part.last else { return }
        if holdsReturn { buffer.append([JSONByte.carriageReturn]) }
        holdsReturn = last == JSONByte.carriageReturn
        buffer.append(holdsReturn ? part.dropLast() : part)
    }

    /// Scans up to the end of one line of an object that spans several, of the object or of the chunk.
    mutating func scanSpannedLine<Failure: Error>(
        _ chunk: ArraySlice<UInt8>, _ receive: (ReceivedItem) throws(Failure) -> Void
    ) throws(Failure) -> ArraySlice<UInt8> {
        if isAtLineStart && chunk.first == JSONByte.openBrace {
            endSpannedLines()
            try emit(receive)
            return chunk
        }
        let lineEnd = chunk.firstIndex(of: JSONByte.lineFeed).map { $0 + 1 } ?? chunk.endIndex
        if let end = nesting.end(in: chunk[..<lineEnd]) {
            buffer.append(chunk[..<end])
            endSpannedLines()
            try emit(receive)
            return chunk[end...]
        }
        buffer.append(chunk[..<lineEnd])
        isAtLineStart = chunk[lineEnd - 1] == JSONByte.lineFeed
        if isAtLineStart { nesting.endLine() }
        return chunk[lineEnd...]
    }
}
