import System

/// Closing a connection on which the client is still sending: closed at once, it would lose the answer with the reset.
enum LingeringClose {
    /// The most that is read and thrown away.
    private static let limit = 1 << 20

    static func drain(_ connection: borrowing FileDescriptor) {
        do {
            try connection.finishWriting()
            var read = 0
            while read < limit {
                let bytes = try connection.read(atMost: 1 << 16)
                if bytes.isEmpty { return }
                read += bytes.count
            }
        } catch {
            // The client is gone or silent, and has had its answer: there is nobody to tell.
        }
    }
}
