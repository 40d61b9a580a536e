public import Reels

/// An actor's run at Apify, as its API tells of it.
public struct RemoteRun: Sendable, Equatable {
    /// Apify's name for the run.
    public let id: String
    /// Apify's name for the actor.
    public let actorID: String?
    /// How far it has come, or how it ended.
    public let status: Status
    /// The same in the actor's own words, as it wrote them.
    public let statusMessage: String?
    /// When it was started.
    public let startedAt: Instant?
    /// When it ended.
    public let finishedAt: Instant?
    /// Where its items are.
    public let datasetID: String?
    /// Where its input is.
    public let storeID: String?
    /// What it costs in US dollars, as far as that has settled: complete about 10 s after the end.
    public let usageTotalUSD: Double?

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
        guard let fields = try? ItemFields(item: answer) else { return nil }
        self.init(fields.object("data"))
    }

    /// Reads a run; nil where it has no name, or a status that API version 2 does not have.
    init?(_ fields: ItemFields) {
        guard let id = fields.name("id"), let status = fields.name("status").flatMap(Status.init(rawValue:)) else {
            return nil
        }
        self.id = id
        self.status = status
        actorID = fields.name("actId")
        statusMessage = fields.name("statusMessage")
        startedAt = fields.name("startedAt").flatMap { Instant(iso8601: $0) }
        finishedAt = fields.name("finishedAt").flatMap { Instant(iso8601: $0) }
        datasetID = fields.name("defaultDatasetId")
        storeID = fields.name("defaultKeyValueStoreId")
        usageTotalUSD = fields.amount("usageTotalUsd")
    }
}

extension ItemFields {
    /// A sum of money: a number, finite and not negative.
    fileprivate func amount(_ name: String) -> Double? {
        guard case .number(let literal)? = members[name], let amount = Double(literal), amount.isFinite, amount >= 0
        else { return nil }
        return amount
    }
}
