/// A gzip stream of zeros without an end, written by hand since zlib would have to be told where it ends.
///
/// One block in deflate's fixed code (RFC 1951, 3.2.6): a literal zero, then for ever "the last byte 258 times more", which is
/// 13 bits. Eight of these are 13 whole bytes, so that the same bytes can be sent again and again.
enum ZeroStream {
    /// Gzip's header (RFC 1952, 2.3), the block's own, the literal, and the first copies.
    static let beginning: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + bytes(opening + copies).prefix(13)

    /// What can follow it any number of times: 2,064 zeros for each 13 bytes.
    static let continuation = Array(repeatElement(period, count: 1_260).joined())

    private static let period = bytes(opening + copies).dropFirst(13).prefix(13)

    /// Not the last block (0), of the fixed code (01, low bit first); the code of the literal zero (00110000).
    private static let opening = "010" + "00110000"

    /// Twenty-four times length 258 (11000101) at distance 1 (00000).
    private static let copies = String(repeating: "1100010100000", count: 24)

    /// Whole bytes, the first bit lowest.
    private static func bytes(_ bits: String) -> [UInt8] {
        let bits = Array(bits.utf8)
        return stride(from: 0, to: bits.count - 7, by: 8).map { start in
            bits[start..<start + 8].reversed().reduce(0) { $0 << 1 | ($1 & 1) }
        }
    }
}
