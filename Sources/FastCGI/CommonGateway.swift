public import System

/// Plain CGI (RFC 3875): the web server starts this program for each request. libfcgi has no such fallback.
public enum CommonGateway {
    /// Whether a web server has started this process to answer one request.
    public static var isPresent: Bool {
        Environment.value("GATEWAY_INTERFACE") != nil && Environment.value("REQUEST_METHOD") != nil
            && !UnixSocket.isListening(StandardStream.input.rawValue)
    }

    /// Answers the one request that this process was started for; `report` is told if it went wrong.
    ///
    /// The defaults are where a web server puts a request's parameters and body, and where it takes the answer.
    public static func serve(
        parameters: [String: String] = Environment.all(), input: BorrowedDescriptor = StandardStream.input,
        output: BorrowedDescriptor = StandardStream.output, limits: GatewayLimits = GatewayLimits(),
        report: @escaping @Sendable (Refusal) -> Void = { _ in }, handler: @escaping Responder.Handler
    ) {
        Signals.ignoreBrokenPipes()
        let service = GatewayService(limits: limits, report: report, handler: handler)
        service.respond(to: parameters, isWhole: true, on: CGIExchange(input: input, output: output))
    }
}
