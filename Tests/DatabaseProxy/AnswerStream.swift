/// Splits what PostgreSQL sends into whole answers, each held back until its last byte has come.
struct AnswerStream {
    /// What goes to the client in one piece.
    struct Answer {
        let bytes: [UInt8]
        /// False where the client has to act before the answer goes on: it sends a password.
        let isWhole: Bool
    }

    private var messages = MessageBuffer()
    private var pending: [UInt8] = []

    mutating func feed(_ bytes: [UInt8]) { messages.feed(bytes) }

    /// The next answer; nil until more bytes have come.
    mutating func next() -> Answer? {
        while let message = messages.next() {
            pending += message.bytes
            switch message.letter {
            // Ready for the next statement, or for the data of this one.
            case "Z", "G": return taken(isWhole: true)
            // Authentication; 0 is "done".
            case "R" where MessageBuffer.number(message.body) != 0: return taken(isWhole: false)
            default: continue
            }
        }
        return nil
    }

    /// What has come of an answer that never ended.
    var rest: [UInt8] { pending + messages.rest }

    private mutating func taken(isWhole: Bool) -> Answer {
        defer { pending = [] }
        return Answer(bytes: pending, isWhole: isWhole)
    }
}
