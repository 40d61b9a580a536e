import Ingest
import Logs
import System

/// Words for the operator: results on standard output, everything else on standard error.
enum Terminal {
    /// A line of a result.
    static func say(_ line: String) { write(line + "\n", to: StandardStream.output) }

    /// A line beside the result.
    static func note(_ line: String) {
        if log.isJSON { return log.notice(line) }
        write("shortpulse-ingest: " + line + "\n", to: StandardStream.error)
    }

    /// A line about what went wrong.
    static func complain(_ line: String) {
        if log.isJSON { return log.trouble(line) }
        note(line)
    }

    private static let log = OperatorLog(program: "shortpulse-ingest")

    /// Shows how far long work has come: in place on a terminal; elsewhere a plain line, each time the count has doubled, so
    /// that a log stays short.
    static func progress(_ what: String, _ count: Int64) {
        if StandardStream.error.isTerminal {
            write("\r\(what): \(count) items", to: StandardStream.error)
        } else if count > 0, count % 1_000 == 0, (count / 1_000).nonzeroBitCount == 1 {
            note("\(what): \(count) items so far")
        }
    }

    /// Shows what a run is doing: in place on a terminal; elsewhere a plain line for each thing that is new, and of items each time
    /// their number has doubled.
    static func progress(_ event: IngestionEvent, prefix: String) {
        switch event {
        case .note(let line):
            endProgress()
            note(prefix + line)
        case .resumed(let runID):
            endProgress()
            note("\(prefix)run \(runID) was interrupted and is gone on with")
        case .remote(let id, let status): step("\(prefix)remote run \(id): \(status)")
        case .fetched(let kept, let total):
            guard StandardStream.error.isTerminal || isWorthALine(kept, of: total) else { return }
            step("\(prefix)fetched \(kept) of \(total) items")
        case .storing(let observed, let rejected): step("\(prefix)storing: \(observed) observed, \(rejected) rejected")
        }
    }

    private static let lastStep = Lock("")
    private static let lastCount = Lock<Int64>(0)

    private static func isWorthALine(_ kept: Int64, of total: Int) -> Bool {
        lastCount.withLock { last in
            guard kept < last || kept >= 2 * last || kept >= total else { return false }
            last = kept
            return true
        }
    }

    private static func step(_ line: String) {
        let isNew = lastStep.withLock { last in
            defer { last = line }
            return last != line
        }
        if StandardStream.error.isTerminal {
            write("\r\u{1B}[K\(line)", to: StandardStream.error)
        } else if isNew {
            note(line)
        }
    }

    /// Clears the line that shows progress.
    static func endProgress() {
        if StandardStream.error.isTerminal { write("\r\u{1B}[K", to: StandardStream.error) }
    }

    /// Nobody is left to read when a pipe was closed, and nobody to tell.
    private static func write(_ text: String, to stream: BorrowedDescriptor) {
        try? stream.write(text)
    }
}
