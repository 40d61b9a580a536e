/// How far an active run has come.
public struct RunProgress: Sendable, Equatable {
    /// What it is doing.
    public enum Stage: Sendable, Equatable {
        /// Waiting for its turn.
        case queued
        /// Apify is being asked to start the actor.
        case starting
        /// The actor works; `status` is Apify's own word for that, such as `RUNNING`.
        case remote(status: String)
        /// Items are on their way here.
        case fetching
        /// Observations and latest state are being written.
        case storing
    }

    /// What it is doing.
    public var stage: Stage
    /// Items that are here.
    public var itemsFetched: Int64
    /// Items that there are to fetch, once Apify has said so.
    public var itemsTotal: Int64?

    /// A run in `stage`.
    public init(stage: Stage, itemsFetched: Int64 = 0, itemsTotal: Int64? = nil) {
        self.stage = stage
        self.itemsFetched = itemsFetched
        self.itemsTotal = itemsTotal
    }
}
