/// What one exchange may take before it is given up.
public struct TransferLimits: Sendable {
    /// The longest time until the connection stands.
    public var connect: Duration

    /// The longest time without a byte in either direction; whole seconds.
    public var stall: Duration

    /// The longest time for all of it.
    public var total: Duration

    /// The most bytes of a body, counted after decompression.
    public var bodyLimit: Int

    /// Limits for an exchange; the defaults suit a small answer from an API.
    public init(
        connect: Duration = .seconds(10), stall: Duration = .seconds(30), total: Duration = .seconds(60),
        bodyLimit: Int = 1 << 20
    ) {
        self.connect = connect
        self.stall = stall
        self.total = total
        self.bodyLimit = bodyLimit
    }
}
