public import Reels

/// An actor's run at Apify, as its API tells of it.
public struct RemoteRun: Sendable, Equatable {
    /// Apify's name for the run.
    public let id: String
    /// Where its items are.
    public let datasetID: String?
    /// How far it has come, or how it ended.
    public let status: Status
    /// When it ended.
    public let finishedAt: Instant?

    /// The statuses of API version 2.
    public enum Status: String, Sendable {
        case ready = "READY"
        case running = "RUNNING"
        case timingOut = "TIMING-OUT"
        case aborting = "ABORTING"
        case succeeded = "SUCCEEDED"
        case failed = "FAILED"
        case timedOut = "TIMED-OUT"
        case aborted = "ABORTED"

        /// Whether nothing will change any more.
        public var isFinal: Bool {
            switch self {
            case .succeeded, .failed, .timedOut, .aborted: true
            case .ready, .running, .timingOut, .aborting: false
            }
        }
    }

    /// Reads `{"data": Run}`; nil where it is none.
    init?(answer: [UInt8]) {
        guard let run = (try? ItemFields(item: answer))?.object("data"), let id = run.name("id"),
            let status = run.name("status").flatMap(Status.init(rawValue:))
        else { return nil }
        self.id = id
        self.status = status
        datasetID = run.name("defaultDatasetId")
        finishedAt = run.name("finishedAt").flatMap { Instant(iso8601: $0) }
    }
}
