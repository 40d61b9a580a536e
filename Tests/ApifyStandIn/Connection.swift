import System

/// Serves one connection, request after request.
struct Connection {
    let number: Int
    let socket: Int32
    let service: Service
    let plan: Lock<Plan>

    /// Returns when the client has gone or is to be left.
    func serve() {
        var reader = RequestReader(BorrowedDescriptor(socket))
        do throws(SystemError) {
            while let head = try reader.head() {
                let exchange = service.account.withLock { $0.begin(head, connection: number) }
                defer { service.account.withLock { $0.end() } }
                guard try serve(exchange, head, &reader), !head.header("connection", names: "close") else { return }
            }
        } catch {
            // The client has gone, which is its right.
        }
    }

    /// Whether the connection stays open.
    private func serve(
        _ exchange: Exchange, _ head: RequestHead, _ reader: inout RequestReader
    ) throws(SystemError) -> Bool {
        let plan = plan.withLock { $0 }
        plan.willAct(exchange)
        let fault = plan.fault(exchange)
        if case .hangUp = fault { return false }
        let writer = AnswerWriter(socket: socket)
        if head.header("expect", names: "100-continue") { try writer.askForBody() }
        guard let body = try reader.body(of: head) else { return false }
        let answer = act(Request(head, body: body, exchange: exchange), fault)
        if case .actAndHangUp = fault { return false }
        plan.willAnswer(exchange)
        return try send(answer, compressed: head.header("accept-encoding", names: "gzip"), fault, writer, &reader)
    }

    private func act(_ request: Request?, _ fault: Fault?) -> Answer {
        if case .refuse(let answer) = fault { return answer }
        guard let request else {
            return .error(400, "invalid-input", "The body is not in the coding that it is said to be in.")
        }
        var answer = service.answer(request)
        switch fault {
        case .alter(let change): change(&answer)
        case .delay(let duration): service.pause(for: duration)
        default: break
        }
        return answer
    }

    private func send(
        _ answer: Answer, compressed: Bool, _ fault: Fault?, _ writer: AnswerWriter, _ reader: inout RequestReader
    ) throws(SystemError) -> Bool {
        switch fault {
        case .cut(let count):
            try writer.write(answer, compressed: compressed, limit: count)
            return false
        case .stall(let count):
            try writer.write(answer, compressed: compressed, limit: count)
            try reader.awaitEnd()
            return false
        default:
            try writer.write(answer, compressed: compressed)
            return true
        }
    }
}
