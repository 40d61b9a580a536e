public import Reels

/// A run that was asked for and cannot be.
public enum IngestError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The platform cannot have been looked at yet.
    case observedInFuture(Instant)
    /// There is a run of that id.
    case runExists(String)
    /// There is none.
    case noRun(String)
    /// It goes on, or is to be gone on with.
    case runNotEnded(String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .observedInFuture(let instant):
            "the scrape time \(instant.iso8601) lies in the future: give the right one with --observed-at"
        case .noRun(let id): "there is no run \(id); shortpulse-ingest status lists the newest"
        case .runNotEnded(let id): "run \(id) has not ended, so there is nothing to map again yet"
        case .runExists(let id): "there is a run \(id) already: leave --run-id away, or give another"
        }
    }
}
