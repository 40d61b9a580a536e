/// What one request may cost.
public struct GatewayLimits: Sendable {
    /// The longest silence while a request is read.
    public var receiveTimeout: Duration

    /// The longest wait for the web server to take more of an answer.
    public var sendTimeout: Duration

    /// The most bytes that a body may have.
    public var bodyLimit: Int

    /// Limits for requests that come from a web server on the same machine.
    public init(
        receiveTimeout: Duration = .seconds(5), sendTimeout: Duration = .seconds(30), bodyLimit: Int = 64 << 10
    ) {
        self.receiveTimeout = receiveTimeout
        self.sendTimeout = sendTimeout
        self.bodyLimit = bodyLimit
    }
}
