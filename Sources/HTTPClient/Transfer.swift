/// One exchange as curl reports it: the head line by line, the body piece by piece.
final class Transfer {
    private let bodyLimit: Int
    private let receive: (HTTPResponseHead, [UInt8]) throws -> Void
    private var received = 0
    private var status = 0
    private var headers: [(name: String, value: String)] = []

    /// Why we ended it ourselves.
    private(set) var ending: Ending?

    enum Ending {
        case tooLarge
        case stopped(any Error)
    }

    init(bodyLimit: Int, receive: @escaping (HTTPResponseHead, [UInt8]) throws -> Void) {
        self.bodyLimit = bodyLimit
        self.receive = receive
    }

    /// The head of the answer so far.
    var head: HTTPResponseHead { HTTPResponseHead(status: status, headers: headers) }

    /// A line of the head. An interim answer (100 ...) comes before the real one, whose status line starts anew.
    func take(line: String) {
        if line.hasPrefix("HTTP/") {
            headers = []
            let code = line.split(separator: " ", maxSplits: 2).dropFirst().first
            status = code.flatMap { Int($0) } ?? 0
            return
        }
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return }
        let value = line[line.utf8.index(after: colon)...]
        headers.append((String(line[..<colon]), String(Self.trimmed(value))))
    }

    /// A piece of the body, decompressed; false ends the exchange.
    func take(body bytes: [UInt8]) -> Bool {
        received += bytes.count
        guard received <= bodyLimit else {
            ending = .tooLarge
            return false
        }
        do {
            try receive(head, bytes)
            return true
        } catch {
            ending = .stopped(error)
            return false
        }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r\n" || $0 == "\n" || $0 == "\r" }
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }
}
