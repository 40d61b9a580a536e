import System

/// The connections that a proxy carries.
final class Connections: Sendable {
    private struct Open {
        let peers: Peers
        let thread: Thread
    }

    private let open = Lock<[Open]>([])

    func add(client: consuming FileDescriptor, server: String, hook: @escaping DatabaseProxy.Hook) {
        let peers = Peers(client: Peer(client))
        let carrier = Carrier(peers: peers, server: server, hook: hook)
        // Without a thread to carry it the connection closes, as one does that a server has no room for.
        guard let thread = try? Thread(name: "proxy client", body: { carrier.carryRequests() }) else { return }
        open.withLock { open in
            open.removeAll { $0.thread.join(for: .zero) }
            open.append(Open(peers: peers, thread: thread))
        }
    }

    func cut() {
        for connection in open.withLock({ $0 }) { connection.peers.cut() }
    }

    func end() {
        cut()
        for connection in open.withLock({ $0 }) { connection.thread.join() }
    }
}
