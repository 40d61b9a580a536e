package import Site
import Storage

extension SnapshotBuilder.Build {
    /// A page shows a strip of them, and some steps further back: ten weeks of four a day.
    private static let mostTimes = 280

    /// What the site shows of it.
    package var edition: Edition {
        Edition(snapshot, times: runs.observationTimes(newest: Self.mostTimes, since: answerableSince))
    }
}
