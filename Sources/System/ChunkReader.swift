/// A file or standard input, a piece at a time, so that its size costs no memory.
public struct ChunkReader: ~Copyable {
    /// Nil for standard input, which nobody owns.
    private let file: FileDescriptor?
    private let source: BorrowedDescriptor
    private let chunkSize: Int

    /// Reads the file at `path` in pieces of at most `chunkSize` bytes. Throws `SystemError`.
    public init(path: String, chunkSize: Int = 1 << 18) throws(SystemError) {
        let file = try File.open(path)
        self.source = file.borrowed
        self.file = consume file
        self.chunkSize = chunkSize
    }

    private init(standardInputBy chunkSize: Int) {
        self.file = nil
        self.source = StandardStream.input
        self.chunkSize = chunkSize
    }

    /// Reads standard input in pieces of at most `chunkSize` bytes.
    public static func standardInput(chunkSize: Int = 1 << 18) -> ChunkReader {
        ChunkReader(standardInputBy: chunkSize)
    }

    /// The next piece; nil at the end. Throws `SystemError`.
    public mutating func next() throws(SystemError) -> [UInt8]? {
        let bytes = try source.read(atMost: chunkSize)
        return bytes.isEmpty ? nil : bytes
    }
}
