import CZlib

/// Owns zlib's decompressing state, which keeps the address of its stream: so that lives on the heap.
@safe
struct Inflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    /// How much is decompressed at a time.
    private static let pieceSize = 1 << 16

    init() throws(GzipError) {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(stream, GzipFormat.windowBits, ZLIB_VERSION, size) == Z_OK else {
            unsafe stream.deallocate()
            throw .unavailable
        }
        unsafe self.stream = stream
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// A file may be several compressed ones in a row (RFC 1952, 2.2).
    mutating func decompress(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        guard let available = UInt32(exactly: bytes.count) else { throw .tooLarge }
        var all: [UInt8] = []
        try unsafe bytes.withUnsafeBufferPointer { input throws(GzipError) in
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.pointee.avail_in = available
            while true {
                let hasEnded = try nextPiece(appendedTo: &all, limit: limit)
                guard hasEnded else { continue }
                if unsafe stream.pointee.avail_in == 0 { return }
                unsafe inflateReset(stream)
            }
        }
        return all
    }

    /// Whether that was the end of a compressed file.
    private func nextPiece(appendedTo all: inout [UInt8], limit: Int) throws(GzipError) -> Bool {
        var result = Z_STREAM_ERROR
        let room = min(Self.pieceSize, limit - all.count) + 1
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, filled in
            unsafe stream.pointee.next_out = output.baseAddress
            unsafe stream.pointee.avail_out = UInt32(room)
            result = unsafe inflate(stream, Z_NO_FLUSH)
            filled = unsafe room - Int(stream.pointee.avail_out)
        }
        all += piece
        guard all.count <= limit else { throw .tooLarge }
        // Z_BUF_ERROR: the input is used up and the end has not come.
        guard result == Z_OK || result == Z_STREAM_END else { throw .malformed }
        return result == Z_STREAM_END
    }
}
