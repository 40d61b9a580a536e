import FoundationEssentials
import Logging
import Reels
import System

/// Writes each record as one line of JSON (RFC 8259) with `time`, `level`, `program`, `pid`, `message` and what else is known of it.
struct JSONLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    private let program: String
    private let write: @Sendable (String) -> Void

    init(program: String, write: @escaping @Sendable (String) -> Void) {
        self.program = program
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var members = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        members["time"] = Instant(microseconds: WallClock.now()).iso8601
        members["level"] = event.level.rawValue
        members["program"] = program
        members["pid"] = "\(CurrentProcess.identifier)"
        members["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts in a dictionary cannot fail to be encoded.
        guard let line = try? encoder.encode(members) else { return }
        write(String(decoding: line, as: UTF8.self) + "\n")
    }
}
