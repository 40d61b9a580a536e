import Glibc
import System

@testable import FastCGI

/// What a web server writes to a responder's socket. The first byte says how the rest becomes that: as it stands, or as the
/// parameters and the body of a request in records that are as they should be. The second byte says how long a record is.
enum RequestTarget {
    static func tryOut(_ input: [UInt8]) throws(Finding) {
        guard input.count >= 2 else { return }
        let rest = Array(input.dropFirst(2))
        if input[0].isMultiple(of: 2) {
            try tryOut(raw: rest)
        } else {
            try tryOut(SentRequest(rest), recordLength: Int(input[1]) + 1)
        }
    }

    /// Whatever the bytes are, what is answered is a whole FastCGI answer or nothing.
    ///
    /// Without bytes above 0x80 no name or value is said to be 16 MiB long: libfcgi adds two such lengths up in 32 bits, and ends the
    /// process where it has no memory for the sum. Only the web server can write to a responder's socket, and sends no such thing.
    private static func tryOut(raw bytes: [UInt8]) throws(Finding) {
        let exchange = try Exchanged(bytes.map { min($0, 0x80) })
        if !exchange.answer.isEmpty { _ = try Answer(exchange.answer) }
        for request in exchange.requests {
            try require(!request.method.isEmpty, "a request without a method")
            try require(request.parameter(Responder.lastParameter) == "1", "a request whose parameters were cut off")
        }
    }

    /// A request that was sent whole arrives as it was sent, or is refused for its own sake.
    private static func tryOut(_ sent: SentRequest, recordLength: Int) throws(Finding) {
        let exchange = try Exchanged(sent.records(ofLength: recordLength))
        let answer = try Answer(exchange.answer)
        let parameters = sent.received
        let declared = parameters["CONTENT_LENGTH"] ?? ""
        let isGood =
            parameters[Responder.lastParameter] == "1" && parameters["REQUEST_METHOD"]?.isEmpty == false
            && declared.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && (Int(declared.isEmpty ? "0" : declared) ?? -1) == sent.body.count
        try require(isGood == (exchange.requests.count == 1), "taken: \(exchange.requests.count), good: \(isGood)")
        try require(isGood == (answer.status == 200), "answered \(answer.status), good: \(isGood)")
        guard let request = exchange.requests.first else { return }
        try require(request.body == sent.body, "another body than was sent")
        try require(request.method == parameters["REQUEST_METHOD"], "another method than was sent")
        for (name, value) in parameters {
            try require(request.parameter(name) == value, "\(name) is not what was sent")
        }
        try require(!request.path.contains("?"), "a path with a query: \(request.path)")
    }
}

/// A request as a server would send it: names and values that end with a NUL each, after an empty name the body.
private struct SentRequest {
    private var pairs: [(name: [UInt8], value: [UInt8])] = []
    private(set) var body: [UInt8] = []

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let name = Self.next(&rest)
            if name.isEmpty { break }
            pairs.append((name, Self.next(&rest)))
        }
        body = Array(rest)
    }

    private static func next(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        let text = rest.prefix { $0 != 0 }
        rest = rest.dropFirst(text.count + 1)
        return Array(text)
    }

    /// What has to arrive: a name ends at its first `=`, and of several of one name the last counts.
    var received: [String: String] {
        var parameters: [String: String] = [:]
        for (name, value) in pairs {
            let line = String(decoding: name + [UInt8(ascii: "=")] + value, as: UTF8.self)
            guard let equals = line.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
            parameters[String(line[..<equals])] = String(line[line.utf8.index(after: equals)...])
        }
        return parameters
    }

    func records(ofLength length: Int) -> [UInt8] {
        var stream: [UInt8] = []
        for (name, value) in pairs { stream += Self.length(name) + Self.length(value) + name + value }
        let start: [UInt8] = [0, 1, 0, 0, 0, 0, 0, 0]
        return Self.record(1, start[...]) + Self.stream(4, stream, length) + Self.stream(5, body, length)
    }

    private static func stream(_ type: UInt8, _ bytes: [UInt8], _ length: Int) -> [UInt8] {
        stride(from: 0, to: bytes.count, by: length).flatMap { start in
            record(type, bytes[start..<min(start + length, bytes.count)])
        } + record(type, [])
    }

    private static func record(_ type: UInt8, _ content: ArraySlice<UInt8>) -> [UInt8] {
        [1, type, 0, 1, UInt8(content.count >> 8), UInt8(content.count & 255), 0, 0] + content
    }

    private static func length(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.count < 128 { return [UInt8(bytes.count)] }
        return [UInt8(bytes.count >> 24) | 0x80, UInt8(bytes.count >> 16 & 255), UInt8(bytes.count >> 8 & 255)]
            + [UInt8(bytes.count & 255)]
    }
}

/// What came of bytes that were sent to a responder.
private struct Exchanged {
    private(set) var requests: [GatewayRequest] = []
    private(set) var answer: [UInt8] = []

    init(_ bytes: [UInt8]) throws(Finding) {
        let seen = Lock<[GatewayRequest]>([])
        let service = GatewayService(limits: GatewayLimits(bodyLimit: 1 << 16), report: { _ in }) { request in
            seen.withLock { $0.append(request) }
            return GatewayResponse(status: 200, headers: [("Content-Type", "text/plain")], body: request.body)
        }
        var ends: [Int32] = [-1, -1]
        guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
            throw Finding("no sockets: \(errno)")
        }
        let client = FileDescriptor(owning: ends[0])
        let server = FileDescriptor(owning: ends[1])
        do throws(SystemError) {
            try client.write(bytes)
            try client.finishWriting()
            service.serve(server, with: unsafe Self.exchange)
            answer = try client.readAll(limit: 1 << 20)
        } catch {
            // What a responder leaves unread is answered so.
            try require(error.code == ECONNRESET, "the socket: \(error)")
        }
        requests = seen.withLock { $0 }
        try require(requests.count <= 1, "\(requests.count) requests on one connection")
    }

    /// Kept between requests as a responder's thread keeps it, so that what one leaves behind is met by the next. Whoever
    /// tries out inputs does so one at a time.
    private nonisolated(unsafe) static let exchange = FastCGIExchange()
}

/// An answer in FastCGI records.
private struct Answer {
    private(set) var status = 0

    init(_ bytes: [UInt8]) throws(Finding) {
        var rest = bytes[...]
        var text: [UInt8] = []
        var isEnded = false
        while !rest.isEmpty {
            let head = Array(rest.prefix(8))
            try require(!isEnded && head.count == 8 && head[0] == 1, "the answer is no row of records")
            let length = Int(head[4]) << 8 | Int(head[5])
            let content = rest.dropFirst(8).prefix(length)
            try require(content.count == length, "a record is cut off")
            rest = rest.dropFirst(8 + length + Int(head[6]))
            switch head[1] {
            // libfcgi turns a second request that begins beside the first away with FCGI_CANT_MPX_CONN.
            case 3: isEnded = content.dropFirst(4).first != 1
            case 6: text += content
            // What libfcgi says to questions about itself, and to types that it does not know.
            case 10, 11: break
            default: throw Finding("a record of type \(head[1])")
            }
        }
        guard !text.isEmpty else { return }
        let line = String(decoding: text.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
        guard line.hasPrefix("Status: "), let status = Int(line.dropFirst(8).prefix(3)) else {
            throw Finding("the answer begins with \(line)")
        }
        self.status = status
    }
}
