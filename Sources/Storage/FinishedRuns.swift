public import Reels

/// The runs that have brought something, and when each looked: every observation of a run has the run's own time.
public struct FinishedRuns: Sendable, Equatable {
    struct Entry: Equatable {
        let observed: Int64
        let scrapedAt: Instant?
        let finishedAt: Instant
        /// Nil where it brought reels of several.
        let platform: Platform?
    }

    private(set) var entries: [String: Entry] = [:]

    /// None yet.
    public init() {}

    /// Adds a run.
    mutating func add(id: String, observed: Int64, scrapedAt: Instant?, finishedAt: Instant, platform: Platform?) {
        entries[id] = Entry(observed: observed, scrapedAt: scrapedAt, finishedAt: finishedAt, platform: platform)
    }

    /// When and at what each run looked that has a time.
    var places: some Sequence<(scrapedAt: Instant, platform: Platform?)> {
        entries.values.lazy.compactMap { entry in entry.scrapedAt.map { ($0, entry.platform) } }
    }

    /// When the last of those finished that looked until `instant`: what was seen by then is what it was since. Nil where none
    /// did.
    public func lastFinish(ofThoseUntil instant: Instant) -> Instant? {
        entries.values.lazy.filter { $0.scrapedAt ?? .earliest <= instant }.map(\.finishedAt).max()
    }

    /// The times of the runs that are new since `earlier`, or have brought more since; ascending. Nil where one has no time, or
    /// is gone: then anything may have changed.
    public func times(changedSince earlier: FinishedRuns) -> [Instant]? {
        guard earlier.entries.keys.allSatisfy({ entries[$0] != nil }) else { return nil }
        var times: Set<Instant> = []
        for (id, entry) in entries where earlier.entries[id] != entry {
            guard let time = entry.scrapedAt else { return nil }
            times.insert(time)
        }
        return times.sorted()
    }
}
