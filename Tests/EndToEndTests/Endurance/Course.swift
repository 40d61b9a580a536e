import RunningStack
import System

extension EndToEndTests.EnduranceTests {
    /// What happens to a site while it is read, and when: minutes of it with `SHORTPULSE_SOAK=1`, else half of one.
    struct Course {
        enum Kind {
            case run, restart, reload, workerEnds, databaseGoes, databaseComes
        }

        struct Event {
            let time: ContinuousClock.Instant
            let kind: Kind
        }

        /// In seconds, as are the rest.
        let length: Double
        let runsEvery: Double
        /// Of the two responders in turn.
        let restartsEvery: Double
        let reloadsEvery: Double
        /// Of nginx's, killed.
        let workerEndsEvery: Double
        let databaseAway: Double
        let readers: Int

        static let chosen =
            Environment.value("SHORTPULSE_SOAK") == "1"
            ? Course(
                length: 600, runsEvery: 10, restartsEvery: 20, reloadsEvery: 30, workerEndsEvery: 35, databaseAway: 30,
                readers: 8)
            : Course(
                length: 30, runsEvery: 3, restartsEvery: 6, reloadsEvery: 5, workerEndsEvery: 7, databaseAway: 6,
                readers: 4)

        /// The latest first.
        func events(from start: ContinuousClock.Instant) -> [Event] {
            let middle = (length - databaseAway) / 2
            let regular = [
                (Kind.run, runsEvery), (.restart, restartsEvery), (.reload, reloadsEvery),
                (.workerEnds, workerEndsEvery),
            ]
            let events =
                regular.flatMap { kind, period in
                    stride(from: period, to: length, by: period).map { (kind, $0) }
                } + [(.databaseGoes, middle), (.databaseComes, middle + databaseAway)]
            return events.sorted { $0.1 > $1.1 }.map { Event(time: start + .seconds($0.1), kind: $0.0) }
        }
    }
}
