import System

/// Carries one connection: requests on its own thread, answers on another.
final class Carrier: Sendable {
    private let peers: Peers
    private let server: String
    private let hook: DatabaseProxy.Hook
    /// The statement that is being answered.
    private let statement = Lock("")

    init(peers: Peers, server: String, hook: @escaping DatabaseProxy.Hook) {
        self.peers = peers
        self.server = server
        self.hook = hook
    }

    /// Until either side goes away or the hook cuts the connection.
    func carryRequests() {
        var requests = RequestStream()
        var link: (server: Peer, answers: Thread)?
        reading: while true {
            let bytes = peers.client.read()
            guard !bytes.isEmpty else { break }
            requests.feed(bytes)
            while let request = requests.next() {
                if request.asksForEncryption {
                    guard peers.client.write([UInt8(ascii: "N")]) else { break reading }
                    continue
                }
                guard passes(request) else { break reading }
                // Only now, so that a server restarted by the hook is the one that is connected to.
                if link == nil { link = connect() }
                guard let link, link.server.write(request.bytes) else { break reading }
            }
        }
        peers.cut()
        link?.answers.join()
    }

    private func passes(_ request: RequestStream.Request) -> Bool {
        guard let name = request.statement else { return true }
        statement.withLock { $0 = name }
        return hook(.request(name)) == .pass
    }

    private func connect() -> (Peer, Thread)? {
        guard let server = peers.connect(to: server),
            let thread = try? Thread(name: "proxy server", body: { self.carryAnswers(of: server) })
        else { return nil }
        return (server, thread)
    }

    private func carryAnswers(of server: Peer) {
        var answers = AnswerStream()
        reading: while true {
            let bytes = server.read()
            guard !bytes.isEmpty else { break }
            answers.feed(bytes)
            while let answer = answers.next() {
                if answer.isWhole, hook(.answer(statement.withLock { $0 })) == .cut { return peers.cut() }
                guard peers.client.write(answer.bytes) else { break reading }
            }
        }
        // A server's last words before it closed.
        _ = peers.client.write(answers.rest)
        peers.cut()
    }
}
