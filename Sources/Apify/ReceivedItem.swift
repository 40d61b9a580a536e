/// One item of a dataset, exactly as received: the bytes between the separators, without the separators.
public enum ReceivedItem: Equatable, Sendable {
    case whole([UInt8])
    /// Longer than the caller's cap. Only its first bytes were kept; `byteCount` and `sha256` speak of all of it.
    case overlong(head: [UInt8], byteCount: Int, sha256: [UInt8])

    /// Length of the whole item in bytes.
    public var byteCount: Int {
        switch self {
        case .whole(let bytes): bytes.count
        case .overlong(_, let byteCount, _): byteCount
        }
    }
}
