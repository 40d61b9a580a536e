/// A counter that may be unknown, in eight bytes: a column of `Int64?` would take sixteen a row.
public struct OptionalCount: Sendable, Hashable {
    /// Counters are never negative, so the smallest integer can stand for an unknown one.
    private let storage: Int64

    /// Wraps `value`; nil is unknown.
    public init(_ value: Int64?) {
        storage = value ?? .min
    }

    /// Of ``bits``.
    init(bits: Int64) {
        storage = bits
    }

    /// The counter as it is stored.
    var bits: Int64 { storage }

    /// The counter, nil where it is unknown.
    public var value: Int64? {
        storage == .min ? nil : storage
    }
}
