import Glibc
import System

/// A server on a free port of this machine that keeps each connection for as many requests as its script allows: `nil`
/// closes the connection without an answer. Stopped with its owner.
struct KeepAliveServer: ~Copyable {
    let port: UInt16
    /// The first line of each request, with the number of the connection that it came over, from 0.
    let requests = Lock<[(connection: Int, line: String)]>([])
    private let listener: FileDescriptor
    private let thread: Thread
    private let isStopping = Lock(false)

    init(answer: @escaping @Sendable (_ ordinal: Int) -> [UInt8]?) throws {
        let listener = FileDescriptor(owning: socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        let number = listener.rawValue
        let port = try Self.listen(number)
        let thread = try Thread(name: "keep-alive") { [requests, isStopping] in
            var connections = 0
            while !isStopping.withLock({ $0 }) {
                guard let connection = try? UnixSocket.accept(on: number) else { continue }
                // A client that asks nothing more keeps its connection while it lives.
                try? connection.setDeadlines(receive: .milliseconds(300))
                Self.serve(connection, number: connections, requests, answer)
                connections += 1
            }
        }
        self.port = port
        self.thread = thread
        self.listener = listener
    }

    deinit {
        isStopping.withLock { $0 = true }
        while !thread.join(for: .milliseconds(2)) { thread.interrupt() }
    }

    static var empty: [UInt8] { Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8) }

    private static func serve(
        _ connection: borrowing FileDescriptor, number: Int, _ requests: Lock<[(connection: Int, line: String)]>,
        _ answer: (Int) -> [UInt8]?
    ) {
        // The requests of these tests are short and come one at a time, so that each is one piece.
        while let bytes = try? connection.read(atMost: 65_536), !bytes.isEmpty {
            let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            let ordinal = requests.withLock { requests in
                requests.append((number, line))
                return requests.count - 1
            }
            guard let reply = answer(ordinal), (try? connection.write(reply)) != nil else { return }
        }
    }

    private static func listen(_ socket: Int32) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        try unsafe withUnsafeMutablePointer(to: &address) { pointer in
            try unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard unsafe bind(socket, address, size) == 0, Glibc.listen(socket, 16) == 0,
                    unsafe getsockname(socket, address, &size) == 0
                else { throw SystemError("listen on a free port", code: errno) }
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }
}
