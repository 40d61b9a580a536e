/// The two ways over which requests come and answers go: FastCGI and CGI.
protocol GatewayExchange: ~Copyable {
    /// The body, which must be as long as `declared`.
    func readBody(_ declared: DeclaredLength) throws(Refusal) -> [UInt8]

    /// Sends the whole answer.
    func send(head: [UInt8], body: [UInt8]) throws(Refusal)
}
