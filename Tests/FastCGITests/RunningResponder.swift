import FastCGI
import Glibc
import System

/// A responder on a socket of its own, stopped and joined with its owner.
struct RunningResponder: ~Copyable {
    let path: String
    let responder: Responder
    let refusals: Lock<[Refusal]>
    private let listener: FileDescriptor

    init(threads: Int = 2, limits: GatewayLimits = GatewayLimits(), handler: @escaping Responder.Handler) throws {
        let refusals = Lock<[Refusal]>([])
        let path = "/tmp/sp-\(SecureRandom.uuid())"
        let listener = try UnixSocket.listen(path: path)
        let responder = Responder(listeningOn: listener.rawValue, threads: threads, limits: limits) { refusal in
            refusals.withLock { $0.append(refusal) }
        }
        try responder.start(handler: handler)
        self.path = path
        self.refusals = refusals
        self.listener = listener
        self.responder = responder
    }

    deinit {
        responder.shutDown()
        responder.join()
        unsafe unlink(path)
    }

    /// Waits for the next refusal that the responder reports.
    func nextRefusal() -> Refusal? {
        refusals.wait(for: .seconds(20)) { $0.isEmpty ? nil : $0.removeFirst() }
    }

    /// Answers with what it was asked.
    static let echo: Responder.Handler = { request in
        let line = "\(request.method) \(request.path) [\(request.queryString)] \(request.body.count)"
        return GatewayResponse(status: 200, headers: [("Content-Type", "text/plain")], body: Array(line.utf8))
    }
}
