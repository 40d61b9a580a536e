import System

/// Stands between a program and PostgreSQL, and asks before anything crosses, so that a test can break a run off between any two
/// statements: before the server knows of one, or after it has carried it out and before the client is told.
///
/// It listens on a unix socket, and carries any number of connections, at once or one after the other. A server that was
/// restarted meanwhile is found again by the next connection. It stops with its owner, and asks nothing after that.
package final class DatabaseProxy: Sendable {
    /// Decides about a piece that is about to cross; called on a thread of the connection, which waits for it.
    package typealias Hook = @Sendable (Crossing) -> Crossing.Verdict

    /// How to connect to the database `shortpulse` through the proxy, as `DATABASE_URL` has it.
    package var address: String { Self.address(inFolder: folder) }
    private let folder: String
    private let listener: FileDescriptor
    private let connections: Connections
    private let thread: Thread

    /// Listens in `folder`, whose path leaves room for a socket's name, and connects to the server's socket at `server`.
    ///
    /// - Throws: `SystemError` where the socket cannot be made.
    package init(in folder: String, to server: String, hook: @escaping Hook) throws {
        Signals.ignoreBrokenPipes()
        let listener = try UnixSocket.listen(path: Self.socket(inFolder: folder), mode: 0o600)
        let number = listener.rawValue
        let connections = Connections()
        thread = try Thread(name: "proxy") {
            // Fails once the listener is shut down.
            while let client = try? UnixSocket.accept(on: number) {
                connections.add(client: client, server: server, hook: hook)
            }
        }
        self.listener = listener
        self.connections = connections
        self.folder = folder
    }

    deinit {
        Peer.shutDown(listener)
        thread.join()
        connections.end()
    }

    /// The database `shortpulse` of the server, or proxy, whose socket is in `folder`.
    package static func address(inFolder folder: String) -> String {
        "postgresql://shortpulse@\(folder.split(separator: "/").map { "%2F" + $0 }.joined()):5432/shortpulse"
    }

    /// The socket of the server, or proxy, in `folder`: the port is part of its name.
    package static func socket(inFolder folder: String) -> String { "\(folder)/.s.PGSQL.5432" }

    /// Breaks every connection off, on both sides. New ones are taken.
    package func cut() { connections.cut() }
}
