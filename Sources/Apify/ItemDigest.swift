/// SHA-256, taken piece by piece. The caller brings it, so that this room needs none of those that know the system.
public protocol ItemDigest {
    /// The digest of no bytes yet.
    init()
    /// Takes `bytes` in after those before.
    mutating func update(_ bytes: some Collection<UInt8>)
    /// The 32 bytes of the digest.
    consuming func digest() -> [UInt8]
}
