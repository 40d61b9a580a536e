/// A 64-bit FNV-1a hash: the same in every process, unlike Swift's own. It tells apart what differs by accident, and
/// keeps no secret.
struct Fingerprint {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        // Ends the piece, so that "ab" and "c" differ from "a" and "bc"; no UTF-8 holds this byte.
        value = (value ^ 0xFF) &* 0x0000_0100_0000_01b3
    }

    mutating func add(_ number: Int64) {
        add(String(number).utf8)
    }
}
