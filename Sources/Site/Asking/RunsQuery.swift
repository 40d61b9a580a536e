import Markup
import Reels

/// Which runs are asked for: some at a time, newest first.
struct RunsQuery: Sendable, Equatable {
    private static let usualLimit = 50
    private static let highestLimit = 500

    /// The most runs of one answer.
    var limit = Self.usualLimit
    /// Where the answer before this one ended; nil for the newest.
    var cursor: RunCursor?

    /// What `init` takes from an address.
    static let parameters = [Parameter.limit, Parameter.cursor]

    /// The address of these runs in its canonical spelling.
    var address: SiteAddress {
        SiteAddress(
            "ingest", "runs",
            query: [
                Parameter.limit: limit == Self.usualLimit ? nil : String(limit), Parameter.cursor: cursor?.text,
            ])
    }

    /// The same from `cursor` on.
    func following(_ cursor: RunCursor) -> RunsQuery {
        RunsQuery(limit: limit, cursor: cursor)
    }
}

extension RunsQuery {
    /// Reads the parameters.
    init(_ parameters: Parameters) throws(Problem) {
        limit = try parameters.count(Parameter.limit, in: 1...Self.highestLimit) ?? Self.usualLimit
        guard let text = parameters[Parameter.cursor] else { return }
        guard let cursor = RunCursor(text) else {
            throw .impossible(Parameter.cursor, "is none that was given out here.")
        }
        self.cursor = cursor
    }
}
