/// Why bytes could not be compressed or decompressed.
public enum GzipError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are not in the gzip format, are damaged, or end too soon.
    case malformed

    /// There is more than the limit allows, or than zlib takes at once (4 GiB).
    case tooLarge

    /// No memory was left, or the level is none of 1 to 9.
    case unavailable

    /// One line that says what happened.
    public var description: String {
        switch self {
        case .malformed: "the gzip data is damaged or ends too soon"
        case .tooLarge: "the data is larger than allowed"
        case .unavailable: "zlib could not start: no memory, or no such level"
        }
    }
}
