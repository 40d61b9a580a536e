import Glibc
package import System

/// A server on a free port of this machine that answers one request a connection; stopped with its owner.
package struct LoopbackServer: ~Copyable {
    /// What is sent for a request, and whether the connection then stays open in silence.
    package struct Reply: Sendable {
        package var bytes: [UInt8]
        package var staysOpen = false

        package init(bytes: [UInt8], staysOpen: Bool = false) {
            self.bytes = bytes
            self.staysOpen = staysOpen
        }
    }

    package let port: UInt16
    /// What was asked, as received.
    package let requests = Lock<[String]>([])
    private let listener: FileDescriptor
    private let thread: Thread
    private let isStopping = Lock(false)

    package init(answer: @escaping @Sendable (String) -> Reply) throws {
        let listener = FileDescriptor(owning: socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0))
        let number = listener.rawValue
        let port = try Self.bindToFreePort(number)
        let thread = try Thread(name: "loopback") { [requests, isStopping] in
            while !isStopping.withLock({ $0 }) {
                guard let connection = try? UnixSocket.accept(on: number) else { continue }
                guard let request = Self.request(on: connection) else { continue }
                requests.withLock { $0.append(request) }
                let reply = answer(request)
                // A client that has seen enough closes the connection, which is no failure of the server.
                try? connection.write(reply.bytes)
                if reply.staysOpen { _ = isStopping.wait { $0 ? true : nil } }
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

    /// An answer with `body`, whose length is `declared` where that is not the true one.
    package static func reply(_ status: String, _ headers: [String] = [], body: [UInt8] = [], declared: Int? = nil)
        -> Reply
    {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(declared ?? body.count)", "Connection: close"] + headers
        return Reply(bytes: Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    private static func bindToFreePort(_ socket: Int32) throws -> UInt16 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        try unsafe withUnsafeMutablePointer(to: &address) { pointer in
            try unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard unsafe bind(socket, address, size) == 0, listen(socket, 16) == 0,
                    unsafe getsockname(socket, address, &size) == 0
                else { throw SystemError("listen on a free port", code: errno) }
            }
        }
        return UInt16(bigEndian: address.sin_port)
    }

    /// The head and as much body as it declares; nil where the connection ends before.
    private static func request(on connection: borrowing FileDescriptor) -> String? {
        var text = ""
        while true {
            guard let bytes = try? connection.read(atMost: 65_536), !bytes.isEmpty else { return nil }
            text += String(decoding: bytes, as: UTF8.self)
            let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let length = parts[0].split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
            if parts[1].utf8.count >= length.flatMap({ Int($0.dropFirst(16)) }) ?? 0 { return text }
        }
    }
}
