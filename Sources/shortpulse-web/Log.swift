import Logs

/// Lines on standard error, which whoever started the responder collects.
enum Log {
    private static let log = OperatorLog(program: "shortpulse-web")

    /// Something an operator may want to act on.
    static let trouble: @Sendable (String) -> Void = { log.trouble($0) }

    /// Something that is worth knowing and asks for nothing.
    static let notice: @Sendable (String) -> Void = { log.notice($0) }
}
