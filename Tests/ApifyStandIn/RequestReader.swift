import System

/// Reads requests from a connection, one after the other.
struct RequestReader {
    private let socket: BorrowedDescriptor
    private var buffer: [UInt8] = []

    /// Apify takes up to 9 MB of input.
    static let longestBody = 16 << 20
    private static let longestHead = 1 << 16
    private static let endOfHead = Array("\r\n\r\n".utf8)

    init(_ socket: BorrowedDescriptor) {
        self.socket = socket
    }

    /// The next request's head; nil where the client has gone, or sends something else.
    mutating func head() throws(SystemError) -> RequestHead? {
        while true {
            if let end = endOfHead() {
                let head = RequestHead(Array(buffer[..<end]))
                buffer.removeFirst(end + Self.endOfHead.count)
                return head
            }
            guard buffer.count < Self.longestHead, try readMore() else { return nil }
        }
    }

    /// The body that `head` announces; nil where the client goes before it has sent all, or where it is too long.
    mutating func body(of head: RequestHead) throws(SystemError) -> [UInt8]? {
        guard let length = Int(head.headers["content-length"] ?? "0"), (0...Self.longestBody).contains(length) else {
            return nil
        }
        while buffer.count < length { guard try readMore() else { return nil } }
        defer { buffer.removeFirst(length) }
        return Array(buffer.prefix(length))
    }

    /// Returns when the client has gone.
    mutating func awaitEnd() throws(SystemError) {
        while try readMore() { buffer = [] }
    }

    private func endOfHead() -> Int? {
        buffer.indices.first { buffer[$0...].starts(with: Self.endOfHead) }
    }

    private mutating func readMore() throws(SystemError) -> Bool {
        let bytes = try socket.read(atMost: 1 << 16)
        buffer += bytes
        return !bytes.isEmpty
    }
}
