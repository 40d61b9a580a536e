import Reels
import Scoring

/// All that is known of one reel as of one instant.
struct ReelFindings {
    let query: ReelQuery
    let edition: Edition
    /// The instant.
    let asOf: Instant
    /// In each cohort that it stands in, the longest window first.
    let standings: [ScoredReel]
    /// What the database keeps of it; nil where the database did not answer.
    let record: ReelRecord?
    /// In the cohort of the window asked for, else of a longer one, else by itself: for what depends on no window.
    let reel: ScoredReel

    /// What memory has is enough where there is no `record`.
    ///
    /// - Throws: `Problem` where it was never seen by then, `DataUnavailable` where only the database could tell.
    init(_ query: ReelQuery, _ edition: Edition, _ record: () throws(DataUnavailable) -> ReelRecord?) throws {
        self.query = query
        self.edition = edition
        guard let platform = edition.snapshot[query.key.platform] else { throw Problem.noReel }
        let asOf = query.cohorts.asOf ?? platform.data.asOf
        let standings = platform.standings(of: query.key.reelID)
        let kept = try record()
        let inWindow = standings.first { $0.cohort.window == query.cohorts.window } ?? standings.first
        guard let reel = inWindow ?? ScoredReel(unranked: kept?.observations ?? [], asOf: asOf) else {
            throw Problem.noReel
        }
        self.asOf = asOf
        self.standings = standings
        self.record = kept
        self.reel = reel
    }

    /// The reel in the cohort of `window`; nil where it was not published in it.
    func standing(in window: Window) -> ScoredReel? {
        standings.first { $0.cohort.window == window }
    }

    /// The cohort of `window`; nil where the platform has no data.
    func cohort(of window: Window) -> Cohort? {
        edition.snapshot.cohorts(window: window, platform: query.key.platform).first
    }

    /// Where it stands in the window asked for.
    var standing: ScoredReel? { standing(in: query.cohorts.window) }
}

extension Site {
    /// What the database keeps of the reel, as far as the data reach that `edition` tells of: what a run stores meanwhile comes
    /// with the next one.
    func record(of query: ReelQuery, in edition: Edition) throws(DataUnavailable) -> ReelRecord {
        let snapshot = edition.snapshot
        let asOf = query.cohorts.asOf ?? snapshot.clocks[query.key.platform] ?? .earliest
        return try snapshots.record(of: query.key, in: snapshot.dataset, until: asOf)
    }
}
