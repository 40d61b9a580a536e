public import Reels

/// What the site knows of ingestion, always fresh from the database, and where it asks for one.
public protocol IngestionDesk: Sendable {
    /// Whether the database answers, within a second.
    func databaseIsReachable() -> Bool

    /// How ingestion stands.
    func status() throws(DataUnavailable) -> IngestionStatus

    /// Runs by start, newest first, beginning after `cursor`; at most `limit`.
    func runs(limit: Int, after cursor: RunCursor?) throws(DataUnavailable) -> [Run]

    /// One run; nil where there is none of that id.
    func run(id: String) throws(DataUnavailable) -> Run?

    /// What ingestion has come to since the first run.
    func figures() throws(DataUnavailable) -> IngestionFigures

    /// Hands a request for an ingestion to `shortpulse-ingest listen`.
    func requestRun() throws(DataUnavailable) -> RunRequestOutcome
}

/// Where a page of runs ended: runs are ordered by start, then by id, both descending.
public struct RunCursor: Sendable, Equatable {
    /// Start of the last run that was shown.
    public var startedAt: Instant
    /// Its id.
    public var id: String

    /// The place after the run of that start and id.
    public init(startedAt: Instant, id: String) {
        self.startedAt = startedAt
        self.id = id
    }
}

/// What became of a request for an ingestion.
public enum RunRequestOutcome: Sendable, Equatable {
    /// It was taken up under this id.
    case accepted(runID: String)
    /// Another run holds the lease: its id, where it is known.
    case busy(runID: String?)
    /// There are no credentials for Apify.
    case noCredentials
    /// `listen` could not be reached, or refused; the reason is safe to show.
    case unavailable(reason: String)
}
