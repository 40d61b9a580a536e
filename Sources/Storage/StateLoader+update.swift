public import Postgres
public import Reels
public import Scoring

extension StateLoader {
    /// `known` with what runs at `times` have brought, as of `clock`: equal to what ``present(_:clock:_:_:)`` would read, from a
    /// few rows instead of all.
    public func update(
        _ known: PlatformData, runsAt times: [Instant], clock: Instant, _ connection: borrowing Connection,
        _ progress: LoadingProgress = .none
    ) throws -> PlatformData {
        let scope = try scope(known.platform, asOf: clock, connection)
        var history = known.history
        history.since = scope.reach.seenSince
        try add(sightings(scope, at: times), to: &history, connection)
        try progress.history(history)
        let newer = ReelStates(
            platform: scope.platform, asOf: clock, reels: history.reels,
            creators: known.states.creatorUsername.dictionary)
        let states = known.states.updated(
            with: try states(latestStates(scope, seenAt: times), into: newer, connection),
            publishedSince: scope.reach.publishedSince, orSeenAfter: scope.previous)
        try progress.states(states, history)
        return PlatformData(states: states, history: history, previous: try previous(scope, history, connection))
    }

    /// Whether ``update(_:runsAt:clock:_:_:)`` is cheaper than reading all.
    ///
    /// Rows that are looked up one by one cost some times as much as in a row. And what has left the longest window, or will
    /// never be named again, is let go by reading all now and then. A state that the history knows nothing of has a number that
    /// the next new reel would get.
    public func isUpdateCheaper(
        _ known: PlatformData, runsAt times: [Instant], _ connection: borrowing Connection
    ) throws -> Bool {
        let reels = known.states.count
        guard known.states.reelID.dictionary.count == known.history.count else { return false }
        let grown = 2 * max(known.history.countWhenRead, 500)
        return try count(known.platform, at: times, connection) * 5 < Int64(reels) && known.history.count < grown
            && known.states.creatorUsername.dictionary.count < grown
    }

    /// Whether runs at `times` have brought anything of `platform`.
    public func hasSightings(
        _ platform: Platform, at times: [Instant], _ connection: borrowing Connection
    ) throws -> Bool {
        try count(platform, at: times, connection) > 0
    }

    private func count(
        _ platform: Platform, at times: [Instant], _ connection: borrowing Connection
    ) throws -> Int64 {
        guard !times.isEmpty else { return 0 }
        return try connection.execute(countOfSightings(platform, at: times)).integer(0, 0) ?? 0
    }
}
