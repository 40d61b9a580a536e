/// Splits what a client sends into the pieces that PostgreSQL answers one by one.
///
/// Source: PostgreSQL's documentation, "Frontend/Backend Protocol", version 3. Each message is a letter, a length of four bytes
/// that counts itself, and a body; the first of a connection has no letter.
struct RequestStream {
    /// What goes to the server in one piece.
    struct Request {
        var bytes: [UInt8] = []
        /// Name of the statement that it asks for, where it asks for anything worth a hook.
        var statement: String?
        /// Asks for TLS or GSSAPI, which the proxy has none of.
        var asksForEncryption = false
    }

    private var messages = MessageBuffer()
    private var isStarted = false
    private var pending = Request()
    /// Name of the last statement, whose data may still be coming.
    private var name = ""

    mutating func feed(_ bytes: [UInt8]) { messages.feed(bytes) }

    /// The next piece; nil until more bytes have come.
    mutating func next() -> Request? {
        guard isStarted else { return opening() }
        while let message = messages.next() {
            pending.bytes += message.bytes
            switch role(of: message) {
            case .part: continue
            case .end(let statement):
                defer { pending = Request() }
                pending.statement = statement
                return pending
            }
        }
        return nil
    }

    private enum Role {
        /// More follows.
        case part
        /// Completes a piece, which asks for this statement, or for nothing worth a hook.
        case end(String?)
    }

    private mutating func role(of message: MessageBuffer.Message) -> Role {
        switch message.letter {
        case "Q":
            name = Self.name(of: message.body)
            return .end(name)
        case "P":
            // Parse: a name, which our programs leave empty, and the text.
            name = Self.name(of: message.body.drop { $0 != 0 }.dropFirst())
            return .part
        case "B", "D", "E", "C": return .part
        case "c": return .end("\(name), end of data")
        case "f": return .end("\(name), given up")
        // Sync and Flush end an extended query; alone, Sync follows the end of data.
        case "S", "H": return .end(pending.bytes.count > message.bytes.count ? name : nil)
        // Data, a password, the end of the connection.
        default: return .end(nil)
        }
    }

    private mutating func opening() -> Request? {
        guard let bytes = messages.nextWithoutLetter() else { return nil }
        // SSLRequest and GSSENCRequest stand where a protocol's version would.
        let asksForEncryption =
            bytes.count == 8 && (80_877_103...80_877_104).contains(MessageBuffer.number(bytes[4...]))
        isStarted = !asksForEncryption
        return Request(bytes: bytes, statement: "connect", asksForEncryption: asksForEncryption)
    }

    /// The words of a statement's leading comment, or its beginning.
    private static func name(of text: ArraySlice<UInt8>) -> String {
        let line = String(decoding: text.prefix { $0 != 0 && $0 != UInt8(ascii: "\n") }.prefix(60), as: UTF8.self)
        return line.hasPrefix("-- ") ? String(line.dropFirst(3)) : line
    }
}
