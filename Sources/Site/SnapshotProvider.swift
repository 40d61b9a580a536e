public import Reels
public import Scoring

/// Where the site gets its data from. The executables join it to the database; tests hand in snapshots of their own.
public protocol SnapshotProvider: Sendable {
    /// The newest edition of a data set, the same object until the data changes. Never waits: nil while none could be
    /// loaded yet. One of an empty snapshot says that there is no data.
    func current(_ dataset: Dataset) -> Edition?

    /// The edition as of `clocks`: each platform's state at its own instant; a platform that is not named has no
    /// cohort. May wait for the database. Worth keeping a few of: their answers are kept with them.
    func edition(_ dataset: Dataset, clocks: [Platform: Instant]) throws(DataUnavailable) -> Edition

    /// Everything that is kept of one reel and was seen not later than `instant`. Waits for the database.
    func record(of key: ReelKey, in dataset: Dataset, until instant: Instant) throws(DataUnavailable) -> ReelRecord
}

/// The database could not be asked, or no longer has what was asked for. The description is safe to show.
public struct DataUnavailable: Error, Sendable, CustomStringConvertible {
    /// What happened, without secrets.
    public let description: String
    /// Whether asking again later is of no use: the data was taken away.
    public let isForGood: Bool

    /// `description` must hold no secret.
    public init(_ description: String, isForGood: Bool = false) {
        self.description = description
        self.isForGood = isForGood
    }
}
