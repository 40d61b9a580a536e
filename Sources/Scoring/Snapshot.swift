public import Reels

/// Every cohort of one data set as of one instant a platform: immutable, shared by all requests until data changes.
public struct Snapshot: Sendable {
    /// Where the data came from.
    public let dataset: Dataset
    /// One of each platform that has data, in the order of their names.
    public let platforms: [PlatformSnapshot]

    /// Of `platforms`, at most one each.
    public init(dataset: Dataset, platforms: [PlatformSnapshot]) {
        self.dataset = dataset
        self.platforms = platforms.sorted { $0.data.platform < $1.data.platform }
    }

    /// Scores every window of every platform in `states`, of which nothing else is known.
    public init(dataset: Dataset, states: [ReelStates]) {
        self.init(
            dataset: dataset,
            platforms: states.map { states in
                let history = SightingHistory(platform: states.platform)
                return PlatformSnapshot(PlatformData(states: states, history: history, previous: nil))
            })
    }

    /// That of one platform; nil where it has no data.
    public subscript(platform: Platform) -> PlatformSnapshot? {
        platforms.first { $0.data.platform == platform }
    }

    /// The instant for which each platform is answered; a platform without data has none.
    public var clocks: [Platform: Instant] {
        Dictionary(platforms.map { ($0.data.platform, $0.data.asOf) }, uniquingKeysWith: max)
    }

    /// The newest of the platforms' clocks; nil where there is no data.
    public var asOf: Instant? { platforms.map(\.data.asOf).max() }

    /// Whether nothing was ever observed.
    public var isEmpty: Bool { platforms.isEmpty }

    /// The cohorts of `window`, of one platform or of all, in the order of the platforms' names. A platform that has no data
    /// has no cohort.
    public func cohorts(window: Window, platform: Platform? = nil) -> [Cohort] {
        platforms.flatMap(\.cohorts).filter { cohort in
            cohort.window == window && (platform == nil || cohort.platform == platform)
        }
    }

    /// What is different in the cohort of `window` on `platform` since that platform's run before.
    public func changes(window: Window, platform: Platform) -> [Change] {
        self[platform]?.changes(window: window) ?? []
    }
}
