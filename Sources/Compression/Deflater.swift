import CZlib

/// Owns zlib's compressing state, which keeps the address of its stream: so that lives on the heap.
@safe
struct Deflater: ~Copyable {
    private let stream: UnsafeMutablePointer<z_stream>

    init(level: Int) throws(GzipError) {
        guard (1...9).contains(level) else { throw .unavailable }
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        let result = unsafe deflateInit2_(
            stream, Int32(level), Z_DEFLATED, GzipFormat.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard result == Z_OK else {
            unsafe stream.deallocate()
            throw .unavailable
        }
        unsafe self.stream = stream
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// All in one call, into a buffer that zlib says is large enough.
    mutating func compress(_ bytes: [UInt8]) throws(GzipError) -> [UInt8] {
        let bound = unsafe Int(deflateBound(stream, UInt(bytes.count)))
        guard let available = UInt32(exactly: bytes.count), let room = UInt32(exactly: bound) else { throw .tooLarge }
        var result = Z_STREAM_ERROR
        let compressed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, filled in
            unsafe bytes.withUnsafeBufferPointer { input in
                // zlib only reads the input, whatever its type says.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                unsafe stream.pointee.avail_in = available
                unsafe stream.pointee.next_out = output.baseAddress
                unsafe stream.pointee.avail_out = room
                result = unsafe deflate(stream, Z_FINISH)
            }
            filled = unsafe Int(room - stream.pointee.avail_out)
        }
        guard result == Z_STREAM_END else { throw .unavailable }
        return compressed
    }
}

/// What makes zlib write and read gzip rather than its own format.
enum GzipFormat {
    /// The largest window, plus 16 for gzip (zlib.h, deflateInit2).
    static let windowBits: Int32 = 15 + 16
}
