import System

/// Asks `shortpulse-ingest listen` for an ingestion, over its unix socket.
public struct ListenClient: Sendable {
    private let socketPath: String

    /// `listen` answers at once: it starts a run and does not wait for it.
    private static let timeout = Duration.seconds(5)

    /// Of the socket at `socketPath`.
    public init(socketPath: String) {
        self.socketPath = socketPath
    }

    /// Asks for a run.
    public func requestRun() -> ListenAnswer {
        do throws(SystemError) {
            let connection = try UnixSocket.connect(path: socketPath, timeout: Self.timeout)
            try connection.write(ListenAnswer.request)
            try connection.finishWriting()
            let line = try connection.readAll(limit: ListenAnswer.longestLine)
            return ListenAnswer(line: String(decoding: line, as: UTF8.self))
        } catch {
            return .refused(reason: "shortpulse-ingest listen cannot be reached; is it running?")
        }
    }
}
