import CFastCGI
import System

/// One thread's `FCGX_Request` and the connection that it is busy with.
///
/// libfcgi keeps the address of a request, so it lives on the heap for as long as its thread serves. Connections are
/// accepted by us and handed to libfcgi, which itself sets no deadline before it has read all parameters: a client that
/// stops in the middle of them would hold the thread for ever.
@safe
struct FastCGIExchange: ~Copyable {
    private let request: UnsafeMutablePointer<FCGX_Request>

    /// About as many as our configuration has the web server send.
    private static let usualParameters = 24

    /// Must be true before any thread uses libfcgi.
    static let isInitialised = FCGX_Init() == 0

    init() {
        precondition(Self.isInitialised, "libfcgi could not be initialised")
        unsafe request = .allocate(capacity: 1)
        unsafe request.initialize(to: FCGX_Request())
        // No listening descriptor: after a broken connection libfcgi goes on to accept another by itself, and with -1
        // that fails at once.
        unsafe FCGX_InitRequest(request, -1, 0)
    }

    deinit {
        unsafe FCGX_Free(request, 1)
        unsafe request.deallocate()
    }

    /// Reads the parameters of the request on `connection`, up to their end or to where they are cut off.
    ///
    /// `finish` closes the connection; where this throws, it is closed already.
    func begin(_ connection: consuming FileDescriptor) throws(Refusal) -> [String: String] {
        unsafe request.pointee.ipcFd = connection.release()
        // To libfcgi this is a kept connection on which a further request comes; others it closes first.
        unsafe request.pointee.keepConnection = 1
        guard unsafe FCGX_Accept_r(request) == 0 else { throw .abandonedRequest }
        return parameters()
    }

    /// False where the parameters, or the body, did not arrive whole.
    var isWhole: Bool { unsafe FCGX_GetError(request.pointee.in) == 0 }

    /// Closes the connection. Called once after each `begin` that returned.
    ///
    /// Only one request is served on a connection: with fewer threads than kept connections, those that wait starve.
    func finish() {
        let isReadToTheEnd = unsafe FCGX_HasSeenEOF(request.pointee.in) != 0
        let connection = unsafe FileDescriptor(owning: request.pointee.ipcFd)
        // Closed by us, since libfcgi waits for the client without a bound.
        unsafe request.pointee.ipcFd = -1
        unsafe FCGX_Free(request, 0)
        if !isReadToTheEnd { LingeringClose.drain(connection) }
    }

    private func parameters() -> [String: String] {
        var parameters = [String: String](minimumCapacity: Self.usualParameters)
        guard var entry = unsafe request.pointee.envp else { return parameters }
        while let text = unsafe entry.pointee {
            let line = unsafe String(cString: text)
            if let equals = line.utf8.firstIndex(of: UInt8(ascii: "=")) {
                parameters[String(line[..<equals])] = String(line[line.utf8.index(after: equals)...])
            }
            unsafe entry += 1
        }
        return parameters
    }
}

extension FastCGIExchange: GatewayExchange {
    /// Reads on past the declared length to the end of the stream: what is left unread when a connection is closed
    /// reaches the web server as a reset.
    func readBody(_ declared: DeclaredLength) throws(Refusal) -> [UInt8] {
        var body: [UInt8] = []
        while body.count <= declared.count {
            let piece = readPiece(atMost: declared.count - body.count + 1)
            if piece.isEmpty { break }
            body += piece
        }
        guard isWhole else { throw .incompleteBody }
        try declared.check(body)
        return body
    }

    func send(head: [UInt8], body: [UInt8]) throws(Refusal) {
        let requestID = unsafe UInt16(truncatingIfNeeded: request.pointee.requestId)
        let records = AnswerRecords(requestID: requestID, count: head.count + body.count)
        guard unsafe records.write(head, body, to: request.pointee.ipcFd) else { throw .abandonedAnswer }
    }

    private func readPiece(atMost count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let read = unsafe buffer.withMemoryRebound(to: CChar.self) { text in
                unsafe FCGX_GetStr(text.baseAddress, Int32(text.count), request.pointee.in)
            }
            filled = max(0, Int(read))
        }
    }
}
