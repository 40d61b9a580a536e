import System

/// The web server's side of FastCGI 1.0, written by hand so that it can also break the rules.
struct FastCGIClient: ~Copyable {
    private enum RecordType: UInt8 {
        case beginRequest = 1
        case endRequest = 3
        case parameters = 4
        case input = 5
        case output = 6
    }

    let connection: FileDescriptor

    init(_ path: String) throws {
        connection = try UnixSocket.connect(path: path, timeout: .seconds(20))
    }

    /// What nginx sends for a request, with the parameter that has to come last.
    static func parameters(
        _ method: String, _ address: String, body: [UInt8] = []
    ) -> [(String, String)] {
        [
            ("REQUEST_METHOD", method), ("REQUEST_URI", address),
            ("QUERY_STRING", address.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? ""),
            ("CONTENT_LENGTH", body.isEmpty ? "" : "\(body.count)"), ("SHORTPULSE_END", "1"),
        ]
    }

    /// A whole request and its whole answer.
    func exchange(_ parameters: [(String, String)], body: [UInt8] = []) throws -> Answer {
        try connection.write(Self.begin() + Self.whole(parameters) + Self.input(body))
        return try answer()
    }

    /// Sends any bytes.
    func send(_ bytes: [UInt8]) throws {
        try connection.write(bytes)
    }

    /// The records up to the end of the request. Throws where the connection ends before.
    func answer() throws -> Answer {
        var output: [UInt8] = []
        while true {
            let header = try read(8)
            let content = try read(Int(header[4]) << 8 | Int(header[5]))
            _ = try read(Int(header[6]))
            if header[1] == RecordType.output.rawValue { output += content }
            if header[1] == RecordType.endRequest.rawValue { return Answer(output) }
        }
    }

    /// Whether the other side has closed the connection, once it has.
    func isClosed() throws -> Bool {
        try connection.read(atMost: 1).isEmpty
    }

    private func read(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try connection.read(atMost: count - bytes.count)
            if piece.isEmpty { throw ConnectionEnded() }
            bytes += piece
        }
        return bytes
    }

    struct ConnectionEnded: Error {}
}

extension FastCGIClient {
    /// Begins request 1 as a responder; with `keepingConnection` the server asks for the connection to stay.
    static func begin(keepingConnection: Bool = false) -> [UInt8] {
        record(.beginRequest, [0, 1, keepingConnection ? 1 : 0, 0, 0, 0, 0, 0])
    }

    /// The parameters as a stream with its end.
    static func whole(_ parameters: [(String, String)]) -> [UInt8] {
        stream(.parameters, encoded(parameters))
    }

    /// The parameters as a stream of which only the first `count` bytes come, and no end.
    static func cut(_ parameters: [(String, String)], after count: Int) -> [UInt8] {
        record(.parameters, Array(encoded(parameters).prefix(count)))
    }

    /// The body as a stream, with its end or without.
    static func input(_ body: [UInt8], isWhole: Bool = true) -> [UInt8] {
        isWhole ? stream(.input, body) : record(.input, body)
    }

    private static func stream(_ type: RecordType, _ bytes: [UInt8]) -> [UInt8] {
        var records: [UInt8] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            records += record(type, Array(rest.prefix(65_535)))
            rest = rest.dropFirst(65_535)
        }
        return records + record(type, [])
    }

    private static func record(_ type: RecordType, _ content: [UInt8]) -> [UInt8] {
        let length = [UInt8(content.count >> 8), UInt8(content.count & 255)]
        return [1, type.rawValue, 0, 1] + length + [0, 0] + content
    }

    private static func encoded(_ parameters: [(String, String)]) -> [UInt8] {
        parameters.flatMap { length($0.0) + length($0.1) + Array($0.0.utf8) + Array($0.1.utf8) }
    }

    private static func length(_ text: String) -> [UInt8] {
        let count = UInt32(text.utf8.count)
        return count < 128
            ? [UInt8(count)] : [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: (count | 1 << 31) >> UInt32($0)) }
    }
}
