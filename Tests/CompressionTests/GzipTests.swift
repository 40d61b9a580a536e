import Compression
import Testing

struct GzipTests {
    @Test(arguments: [0, 1, 1_000, 65_536, 65_537, 1_000_000], 1...9)
    func `what is compressed comes back`(count: Int, level: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
        let compressed = try Gzip.compress(bytes, level: level)
        #expect(try Gzip.decompress(compressed, limit: count) == bytes)
    }

    @Test func `repetition becomes small, and the result is always the same`() throws {
        let bytes = [UInt8](repeating: 65, count: 100_000)
        let compressed = try Gzip.compress(bytes)
        #expect(compressed.count < 500)
        #expect(compressed.prefix(3) == [0x1F, 0x8B, 8])
        #expect(try Gzip.compress(bytes) == compressed)
    }

    @Test func `one byte above the limit is too many`() throws {
        let compressed = try Gzip.compress([UInt8](repeating: 0, count: 1_000_000))
        #expect(try Gzip.decompress(compressed, limit: 1_000_000).count == 1_000_000)
        #expect(try Gzip.decompress(compressed, limit: .max).count == 1_000_000)
        #expect(throws: GzipError.tooLarge) { try Gzip.decompress(compressed, limit: 999_999) }
        #expect(throws: GzipError.tooLarge) { try Gzip.decompress(compressed, limit: 0) }
    }

    @Test func `several files in a row are one`() throws {
        let joined = try Gzip.compress(Array("one ".utf8)) + Gzip.compress([]) + Gzip.compress(Array("two".utf8))
        #expect(try Gzip.decompress(joined, limit: 100) == Array("one two".utf8))
    }

    @Test func `damaged bytes are refused, wherever they end`() throws {
        let compressed = try Gzip.compress(Array("some text that is long enough to be cut".utf8))
        for length in 0..<compressed.count {
            #expect(throws: GzipError.malformed) { try Gzip.decompress(Array(compressed.prefix(length)), limit: 1_000) }
        }
        // The checksum stands in the last eight bytes.
        var changed = compressed
        changed[compressed.count - 6] ^= 1
        #expect(throws: GzipError.malformed) { try Gzip.decompress(changed, limit: 1_000) }
        #expect(throws: GzipError.malformed) { try Gzip.decompress(Array("plain text".utf8), limit: 1_000) }
        #expect(throws: GzipError.malformed) { try Gzip.decompress(compressed + [1, 2, 3], limit: 1_000) }
    }

    @Test(arguments: [0, 10, -1])
    func `a level that zlib does not have is refused`(level: Int) {
        #expect(throws: GzipError.unavailable) { try Gzip.compress([1], level: level) }
    }
}
