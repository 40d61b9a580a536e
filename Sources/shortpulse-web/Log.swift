import FastCGI
import Logging

/// Lines on standard error, which whoever started the responder collects.
enum Log {
    private static let logger = Logger(label: "shortpulse-web") { StreamLogHandler.standardError(label: $0) }

    /// Something an operator may want to act on.
    static let trouble: @Sendable (String) -> Void = { logger.warning("\($0)") }

    /// A request that never became one.
    static let refusal: @Sendable (Refusal) -> Void = { refusal in logger.notice("\(refusal)") }
}
