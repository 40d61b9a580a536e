import Glibc
import System

/// One side of a connection: a socket that two threads share, one reading, one writing.
final class Peer: Sendable {
    private let socket: FileDescriptor

    init(_ socket: consuming FileDescriptor) {
        self.socket = socket
    }

    /// The next bytes; none once the connection has ended, in whatever way.
    func read() -> [UInt8] { (try? socket.read(atMost: 1 << 16)) ?? [] }

    /// Sends `bytes`; false where the connection has ended.
    func write(_ bytes: [UInt8]) -> Bool { (try? socket.write(bytes)) != nil }

    /// Ends the connection at once, and the other thread's reading with it.
    func cut() { Self.shutDown(socket) }

    /// Closing would not do: a program that was started meanwhile may hold a copy of the descriptor.
    static func shutDown(_ socket: borrowing FileDescriptor) {
        _ = shutdown(socket.rawValue, Int32(SHUT_RDWR))
    }
}

/// Both sides of a connection. The server's is there from the client's first message on.
final class Peers: Sendable {
    let client: Peer
    private let server = Lock<(peer: Peer?, isCut: Bool)>((nil, false))

    init(client: Peer) {
        self.client = client
    }

    /// Connects to the server; nil where there is none, or the connection has been cut.
    func connect(to path: String) -> Peer? {
        // The deadline is the kernel's for each call, and a connection may be silent for as long as it likes.
        guard let socket = try? UnixSocket.connect(path: path, timeout: .seconds(86_400)) else { return nil }
        let peer = Peer(socket)
        return server.withLock { server in
            guard !server.isCut else { return nil }
            server.peer = peer
            return peer
        }
    }

    func cut() {
        client.cut()
        server.withLock { server in
            server.isCut = true
            server.peer?.cut()
        }
    }
}
