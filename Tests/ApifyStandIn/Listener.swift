import Glibc
import System

/// Accepts connections on the loopback address, and serves each on a thread of its own.
final class Listener: Sendable {
    let port: UInt16
    private let socket: FileDescriptor
    private let acceptor: System.Thread
    private let state: Lock<State>

    private struct State {
        var isStopping = false
        /// The sockets that are open.
        var connections: Set<Int32> = []
        var count = 0
    }

    /// Listens on `port`, or on a free one where that is 0, and has `serve` called with each connection's socket and number.
    /// The socket is closed when that returns.
    init(port: UInt16, serve: @escaping @Sendable (_ socket: Int32, _ number: Int) -> Void) throws {
        let state = Lock(State())
        let listener = FileDescriptor(
            owning: Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0))
        let number = listener.rawValue
        self.port = try Self.listen(number, port: port)
        acceptor = try Thread(name: "stand-in") { Self.accept(number, state, serve) }
        self.state = state
        socket = listener
    }

    /// Returns when every thread has left what it was given to serve.
    func stop() {
        state.withLock { state in
            state.isStopping = true
            // Accepting and reading return at once from a socket that is shut down.
            for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
        }
        shutdown(socket.rawValue, Int32(SHUT_RDWR))
        acceptor.join()
        _ = state.wait { $0.connections.isEmpty ? true : nil }
    }

    private static func accept(
        _ listener: Int32, _ state: Lock<State>, _ serve: @escaping @Sendable (Int32, Int) -> Void
    ) {
        while !state.withLock({ $0.isStopping }) {
            guard let accepted = try? UnixSocket.accept(on: listener) else {
                // Out of descriptors, or the end: trying again at once would only heat the machine.
                Thread.pause(for: .milliseconds(1))
                continue
            }
            let socket = accepted.release()
            sendAtOnce(socket)
            let number = open(socket, state)
            let thread = try? Thread(name: "stand-in") {
                serve(socket, number)
                close(socket, state)
            }
            if thread == nil { close(socket, state) }
        }
    }

    private static func open(_ socket: Int32, _ state: Lock<State>) -> Int {
        state.withLock { state in
            state.connections.insert(socket)
            state.count += 1
            if state.isStopping { shutdown(socket, Int32(SHUT_RDWR)) }
            return state.count
        }
    }

    /// Shut down first, since a program that another thread was just starting may hold a copy of the socket.
    private static func close(_ socket: Int32, _ state: Lock<State>) {
        shutdown(socket, Int32(SHUT_RDWR))
        state.withLock { state in
            Glibc.close(socket)
            state.connections.remove(socket)
        }
    }

    /// A head and a body in two packets must not wait for one another.
    private static func sendAtOnce(_ socket: Int32) {
        var value: Int32 = 1
        unsafe setsockopt(
            socket, Int32(IPPROTO_TCP), TCP_NODELAY, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func listen(_ socket: Int32, port: UInt16) throws(SystemError) -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        var reuse: Int32 = 1
        unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        let listens = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                unsafe bind(socket, address, size) == 0 && Glibc.listen(socket, 128) == 0
                    && getsockname(socket, address, &size) == 0
            }
        }
        guard listens else { throw SystemError("listen on port \(port)", code: errno) }
        return UInt16(bigEndian: address.sin_port)
    }
}
