public import Reels

/// All that is read of one platform to answer for one instant.
public struct PlatformData: Sendable {
    /// The newest observation of each reel that was published within the longest window before as-of and before the
    /// run before, and perhaps of others.
    public let states: ReelStates
    /// The sightings of these reels, and of others that were seen since.
    public let history: SightingHistory
    /// Of the reels that were seen since the run before, how they stood then, `asOf` that run; without texts. Nil where there
    /// was no run before.
    public let previous: ReelStates?

    /// What was read; the reels' numbers are the same in all three.
    public init(states: ReelStates, history: SightingHistory, previous: ReelStates?) {
        self.states = states
        self.history = history
        self.previous = previous
    }

    /// The platform.
    public var platform: Platform { states.platform }

    /// The instant.
    public var asOf: Instant { states.asOf }

    /// The same data asked about a later instant, as long as nothing was seen since; nil for an earlier one.
    public func asked(asOf instant: Instant) -> PlatformData? {
        guard instant >= asOf else { return nil }
        var (states, history) = (states, history)
        states.asOf = instant
        history.since = DataReach(asOf: instant, previous: previous?.asOf).seenSince
        return PlatformData(states: states, history: history, previous: previous)
    }

    /// Of a platform that was never seen.
    public static func empty(_ platform: Platform, asOf: Instant) -> PlatformData {
        PlatformData(
            states: ReelStates(platform: platform, asOf: asOf), history: SightingHistory(platform: platform),
            previous: nil)
    }
}
