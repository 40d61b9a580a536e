extension ItemSplitter {
    /// Scans up to the end of one element, of the array or of the chunk, and returns the rest.
    mutating func scanArray<Failure: Error>(
        _ chunk: ArraySlice<UInt8>, _ receive: (ReceivedItem) throws(Failure) -> Void
    ) throws(Failure) -> ArraySlice<UInt8> {
        var chunk = chunk
        if buffer.isEmpty {
            chunk = chunk.drop { JSONByte.isBlank($0) || $0 == JSONByte.comma }
            guard let first = chunk.first else { return chunk }
            if first == JSONByte.closeBracket {
                closeArray()
                return chunk.dropFirst()
            }
            nesting = NestingScanner()
            isScalar = !JSONByte.opensNesting(first)
        }
        let end = isScalar ? chunk.firstIndex(where: JSONByte.endsScalar) : nesting.end(in: chunk)
        buffer.append(chunk[..<(end ?? chunk.endIndex)])
        if end != nil { try emit(receive) }
        return chunk[(end ?? chunk.endIndex)...]
    }
}
