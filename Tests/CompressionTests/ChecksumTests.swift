import Compression
import Testing

struct ChecksumTests {
    // The check value of CRC-32/ISO-HDLC, and others from Python's zlib.crc32.
    @Test(arguments: [("", 0), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43)])
    func `it is the checksum of gzip`(text: String, value: UInt32) {
        var checksum = Checksum()
        checksum.add(Array(text.utf8))
        #expect(checksum.value == value)
    }

    @Test func `pieces make the same as the whole, empty ones too`() {
        var checksum = Checksum()
        for piece in ["1234", "", "56789", ""] { checksum.add(Array(piece.utf8)) }
        #expect(checksum.value == 0xCBF4_3926)
    }
}
