import System

/// Words for the operator: results on standard output, everything else on standard error.
enum Terminal {
    /// A line of a result.
    static func say(_ line: String) { write(line + "\n", to: StandardStream.output) }

    /// A line beside the result.
    static func note(_ line: String) { write("shortpulse-ingest: " + line + "\n", to: StandardStream.error) }

    /// Shows how far long work has come: in place on a terminal; elsewhere a plain line, each time the count has doubled, so
    /// that a log stays short.
    static func progress(_ what: String, _ count: Int64) {
        if StandardStream.error.isTerminal {
            write("\r\(what): \(count) items", to: StandardStream.error)
        } else if count > 0, count % 1_000 == 0, (count / 1_000).nonzeroBitCount == 1 {
            note("\(what): \(count) items so far")
        }
    }

    /// Clears the line that ``progress(_:_:)`` wrote.
    static func endProgress() {
        if StandardStream.error.isTerminal { write("\r\u{1B}[K", to: StandardStream.error) }
    }

    /// Nobody is left to read when a pipe was closed, and nobody to tell.
    private static func write(_ text: String, to stream: BorrowedDescriptor) {
        try? stream.write(text)
    }
}
