import CZlib

/// CRC-32, as in gzip (RFC 1952, 8): tells damaged bytes, not forged ones.
public struct Checksum: Sendable {
    /// Of the bytes so far.
    public private(set) var value: UInt32 = 0

    /// Of no bytes yet.
    public init() {}

    /// Goes on with `bytes`.
    public mutating func add(_ bytes: [UInt8]) {
        // For none zlib would start anew.
        guard !bytes.isEmpty else { return }
        let sum = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe crc32_z(UInt(value), bytes.baseAddress, bytes.count)
        }
        value = UInt32(truncatingIfNeeded: sum)
    }
}
