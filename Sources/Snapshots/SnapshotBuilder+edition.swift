import Scoring
package import Site
import Storage

extension SnapshotBuilder.Build {
    /// A page shows a strip of them, and some steps further back: ten weeks of four a day.
    private static let mostTimes = 280

    /// What the site shows of it.
    package var edition: Edition { edition(isUnconfirmed: false) }

    /// The same, of data that may be behind the database's.
    package func edition(isUnconfirmed: Bool) -> Edition {
        let times = runs.observationTimes(newest: Self.mostTimes, since: answerableSince)
        let changedAt = snapshot.clocks.values.max().flatMap { runs.lastFinish(ofThoseUntil: $0) }
        return Edition(snapshot, times: times, changedAt: changedAt, isUnconfirmed: isUnconfirmed)
    }
}
