public import Reels

/// Every cohort of one data set as of one instant a platform: immutable, shared by all requests until data changes.
public struct Snapshot: Sendable {
    /// Where the data came from.
    public let dataset: Dataset
    /// The instant for which each platform is answered; a platform without data has none.
    public let clocks: [Platform: Instant]
    private let cohortsByWindow: [Window: [Cohort]]

    /// Scores every window of every platform in `states`.
    public init(dataset: Dataset, states: [ReelStates]) {
        self.dataset = dataset
        clocks = Dictionary(states.map { ($0.platform, $0.asOf) }, uniquingKeysWith: max)
        let cohorts = states.sorted { $0.platform < $1.platform }.flatMap(Cohort.ofEveryWindow)
        cohortsByWindow = Dictionary(grouping: cohorts, by: \.window)
    }

    /// The newest of the platforms' clocks; nil where there is no data.
    public var asOf: Instant? { clocks.values.max() }

    /// Whether nothing was ever observed.
    public var isEmpty: Bool { clocks.isEmpty }

    /// The cohorts of `window`, of one platform or of all, in the order of the platforms' names. A platform that has no data
    /// has no cohort.
    public func cohorts(window: Window, platform: Platform? = nil) -> [Cohort] {
        let all = cohortsByWindow[window] ?? []
        return platform.map { wanted in all.filter { $0.platform == wanted } } ?? all
    }
}
