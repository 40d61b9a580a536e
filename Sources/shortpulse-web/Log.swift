import Logging

/// Lines on standard error, which whoever started the responder collects.
enum Log {
    private static let logger = Logger(label: "shortpulse-web") { StreamLogHandler.standardError(label: $0) }

    /// Something an operator may want to act on.
    static let trouble: @Sendable (String) -> Void = { logger.warning("\($0)") }

    /// Something that is worth knowing and asks for nothing.
    static let notice: @Sendable (String) -> Void = { logger.notice("\($0)") }
}
