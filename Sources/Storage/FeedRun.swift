public import Reels

/// A run from Apify as far as it has come: what `ingestion_runs` holds of it between two steps.
public struct FeedRun: Sendable {
    /// The run.
    public var run: Run
    /// Whether the next run of its feed goes on with it, should it be interrupted.
    public var isResumable: Bool
    /// The actor it was started with.
    public var actorID: String
    /// What every item is taken for; nil where each item's own shape tells.
    public var itemPlatform: Platform?
    /// When Apify was last asked to start the actor, whatever came of it.
    public var startAttemptedAt: Instant?
    /// Tells whether the feed's input is still what was posted then.
    public var inputDigest: String?
    /// Where the items are.
    public var datasetID: String?
    /// How the remote run stands or ended, in Apify's word, as last heard; the run's `scrapedAt` is set once it has ended.
    public var remoteStatus: String?
    /// So many rows of the dataset have been asked for and kept.
    public var datasetOffset: Int
    /// Of so many; nil before the first page.
    public var datasetTotal: Int?
    /// Items that came with them.
    public var itemsKept: Int64
    /// Their bytes.
    public var bytesKept: Int64
    /// How many runs have failed to fetch the dataset.
    public var fetchFailures: Int
    /// Why no more of it will be fetched; nil where all of it is to be.
    public var cutShortBecause: String?
    /// False where the time of the scrape was taken from a file's modification time.
    public var scrapedAtIsExact: Bool

    /// What its observations say they came from.
    public var surface: String { run.source == .import ? RunWriter.importSurface : actorID }

    /// What is to be done next.
    public enum Step: Sendable, Equatable {
        /// Apify is to be asked to start the actor.
        case start
        /// The remote run goes on.
        case awaitEnd
        /// The dataset is to be fetched from ``FeedRun/datasetOffset`` on.
        case fetch
        /// All that will come is kept: it is to be mapped and stored.
        case store
        /// The run has ended.
        case ended
    }

    /// What is to be done next.
    public var nextStep: Step {
        if !run.state.isActive { return .ended }
        if run.apifyRunID == nil { return .start }
        if run.scrapedAt == nil { return .awaitEnd }
        if cutShortBecause != nil { return .store }
        return datasetTotal.map { datasetOffset >= $0 } == true ? .store : .fetch
    }
}
