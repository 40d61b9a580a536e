import Logging
import System

/// Lines for whoever runs a program, on standard error: text for a terminal, or one JSON object a line for a log collector where
/// `SHORTPULSE_LOG` is `json`. Safe to use from many threads at once.
public struct OperatorLog: Sendable {
    /// The request that the calling thread answers, as the web server named it. Lines that it writes carry the name.
    @TaskLocal public static var requestID: String?

    private let logger: Logger
    /// Whether lines are JSON.
    public let isJSON: Bool

    /// For one program. The choice is read from the environment alone, since settings that cannot be read are to be told of, too.
    public init(program: String) {
        self.init(program: program, isJSON: Environment.value("SHORTPULSE_LOG") == "json") {
            // Where standard error is closed nobody is left to tell.
            try? StandardStream.error.write($0)
        }
    }

    /// - Parameter write: takes each JSON line, with its end.
    package init(program: String, isJSON: Bool, write: @escaping @Sendable (String) -> Void) {
        self.isJSON = isJSON
        logger = Logger(label: program) { label in
            guard isJSON else { return StreamLogHandler.standardError(label: label) }
            return JSONLogHandler(program: label, write: write)
        }
    }

    /// Something an operator may want to act on.
    public func trouble(_ line: String) {
        logger.warning("\(line)", metadata: Self.context)
    }

    /// Something that is worth knowing and asks for nothing.
    public func notice(_ line: String) {
        logger.notice("\(line)", metadata: Self.context)
    }

    private static var context: Logger.Metadata? {
        requestID.map { ["request_id": "\($0)"] }
    }
}
