/// The gzip format (RFC 1952).
public enum Gzip {
    /// `bytes` compressed at `level`, 1 (fast) to 9 (small). The same bytes always give the same result.
    public static func compress(_ bytes: [UInt8], level: Int = 6) throws(GzipError) -> [UInt8] {
        var deflater = try Deflater(level: level)
        return try deflater.compress(bytes)
    }

    /// What was compressed into `bytes`. Throws `GzipError.tooLarge` when it is more than `limit` bytes.
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        var inflater = try Inflater()
        return try inflater.decompress(bytes, limit: limit)
    }
}
