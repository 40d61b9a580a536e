/// Comparisons whose duration tells a guesser nothing.
public enum ConstantTime {
    /// Whether `secret` and `guess` are the same bytes; the time taken depends on the length of `guess` only.
    public static func equal(_ secret: [UInt8], _ guess: [UInt8]) -> Bool {
        // Digests have one length and reveal no prefix, so comparing them takes the same time whatever was guessed.
        let pairs = zip(SHA256.digest(secret), SHA256.digest(guess))
        return pairs.reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
