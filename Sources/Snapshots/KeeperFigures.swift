public import Scoring

/// How a ``SnapshotKeeper`` is doing, for those who watch it.
public struct KeeperFigures: Sendable {
    /// What was loaded of one data set.
    public struct Loads: Sendable {
        /// How often it was loaded, scored and shown.
        public internal(set) var count: Int64 = 0
        /// How often that failed.
        public internal(set) var failures: Int64 = 0
        /// How long it took the last time.
        public internal(set) var lastSeconds: Double?
    }

    /// By data set.
    public internal(set) var loads = Dictionary(uniqueKeysWithValues: Dataset.allCases.map { ($0, Loads()) })
    /// Whether the database answered when it was last looked at; nil before the first look.
    public internal(set) var databaseAnswers: Bool?
}
