/// What happens between a request's parameters and the last byte of its answer, whichever way both travel.
struct GatewayService: Sendable {
    let limits: GatewayLimits
    let report: @Sendable (Refusal) -> Void
    let handler: @Sendable (GatewayRequest) -> GatewayResponse

    /// Reads the rest of the request, has it answered, and sends the answer; reports what goes wrong.
    func respond<Exchange: GatewayExchange & ~Copyable>(
        to parameters: [String: String], isWhole: Bool, on exchange: borrowing Exchange
    ) {
        do throws(Refusal) {
            guard isWhole, parameters["REQUEST_METHOD"]?.isEmpty == false else { throw .incompleteParameters }
            let declared = try DeclaredLength(parameters, limit: limits.bodyLimit)
            let request = GatewayRequest(parameters: parameters, body: try exchange.readBody(declared))
            try send(handler(request), method: request.method, on: exchange)
        } catch {
            refuse(error, on: exchange)
        }
    }

    private func send<Exchange: GatewayExchange & ~Copyable>(
        _ answer: GatewayResponse, method: String, on exchange: borrowing Exchange
    ) throws(Refusal) {
        guard let head = answer.encodedHead() else { throw .unsafeAnswer }
        try exchange.send(head: head, body: answer.encodedBody(method: method))
    }

    private func refuse<Exchange: GatewayExchange & ~Copyable>(_ refusal: Refusal, on exchange: borrowing Exchange) {
        report(refusal)
        guard let answer = refusal.answer else { return }
        do throws(Refusal) {
            try send(answer, method: "GET", on: exchange)
        } catch {
            report(error)
        }
    }
}
