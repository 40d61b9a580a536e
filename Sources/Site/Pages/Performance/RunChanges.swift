import Reels
import Scoring

/// What is different since the run before, in the cohorts that are asked for.
struct RunChanges {
    /// A change, and where its reel stands now; the reel is nil where it is no longer in the window.
    struct Entry {
        let change: Change
        let reel: ScoredReel?
    }

    /// In the order of the platforms' names, then of the score.
    let entries: [Entry]
    /// Reels that entered the list of breakouts.
    let newBreakouts: Set<ReelKey>
    /// Each platform's run before, where there was one.
    let previous: [Platform: Instant]

    /// Those of reels that `admits`, and of those that are no longer in the window.
    init(_ context: PageContext, where admits: (ScoredReel) -> Bool) {
        var (entries, previous) = ([Entry](), [Platform: Instant]())
        for cohort in context.cohorts {
            previous[cohort.platform] = context.snapshot[cohort.platform]?.data.previous?.asOf
            for change in context.snapshot.changes(window: cohort.window, platform: cohort.platform) {
                let reel = change.rank.map { cohort[$0] }
                if reel.map(admits) ?? true { entries.append(Entry(change: change, reel: reel)) }
            }
        }
        self.entries = entries
        self.previous = previous
        newBreakouts = Set(entries.lazy.filter { $0.change.kind == .newBreakout }.map(\.change.key))
    }

    /// Those of one kind.
    func of(_ kind: Change.Kind) -> [Entry] { entries.filter { $0.change.kind == kind } }

    /// The run since which `reel` is in the list of breakouts; nil where it was before.
    func newSince(_ reel: ScoredReel) -> Instant? {
        newBreakouts.contains(reel.key) ? previous[reel.key.platform] : nil
    }

    /// The newest run before.
    var since: Instant? { previous.values.max() }
}
