import Compression
import Glibc
import System

/// Writes answers to a connection.
struct AnswerWriter {
    let socket: Int32

    /// Has the client send the body that it holds back.
    func askForBody() throws(SystemError) {
        try write(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }

    /// Sends `answer`, in gzip where that is wanted, and no more of its body than `limit` bytes.
    func write(_ answer: Answer, compressed: Bool, limit: Int? = nil) throws(SystemError) {
        guard case .bytes(let bytes) = answer.content else {
            try write(Self.head(answer, length: nil))
            return try writeEndlessZeros()
        }
        var answer = answer
        var body = bytes
        if compressed, bytes.count >= Self.worthCompressing, let packed = try? Gzip.compress(bytes),
            !answer.headers.contains(where: { $0.name.lowercased() == "content-encoding" })
        {
            answer.setHeader("Content-Encoding", "gzip")
            body = packed
        }
        let framed = answer.isChunked ? Self.chunks(body) : body
        try write(Self.head(answer, length: answer.isChunked ? nil : body.count) + framed.prefix(limit ?? .max))
    }

    private static let worthCompressing = 1_024
    private static let chunkSize = 16_384

    private static func head(_ answer: Answer, length: Int?) -> [UInt8] {
        var lines = ["HTTP/1.1 \(answer.status) \(reason(answer.status))"]
        lines += answer.headers.map { "\($0.name): \($0.value)" }
        lines.append(length.map { "Content-Length: \($0)" } ?? "Transfer-Encoding: chunked")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    private static func chunks(_ body: [UInt8]) -> [UInt8] {
        var framed: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: chunkSize) {
            framed += chunk(body[start..<min(start + chunkSize, body.count)])
        }
        return framed + Array("0\r\n\r\n".utf8)
    }

    private static func chunk(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
    }

    /// Until the client has had enough.
    private func writeEndlessZeros() throws(SystemError) {
        try write(Self.chunk(ZeroStream.beginning[...]))
        let chunk = Self.chunk(ZeroStream.continuation[...])
        while true { try write(chunk) }
    }

    /// A client that has gone must not end this process by a signal, hence no plain write.
    private func write(_ bytes: [UInt8]) throws(SystemError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { buffer in
                unsafe send(socket, buffer.baseAddress, buffer.count, Int32(MSG_NOSIGNAL))
            }
            guard written >= 0 || errno == EINTR else { throw SystemError("send", code: errno) }
            rest = rest.dropFirst(max(0, written))
        }
    }

    /// The phrase of a status; clients do not read it.
    private static func reason(_ status: Int) -> String {
        let reasons = [
            200: "OK", 201: "Created", 302: "Found", 400: "Bad Request", 401: "Unauthorized", 402: "Payment Required",
            403: "Forbidden", 404: "Not Found", 429: "Too Many Requests", 500: "Internal Server Error",
        ]
        return reasons[status] ?? "Status"
    }
}
