import Reels
import Scoring
import Site
import System

/// Observations in memory, and snapshots of them: what Storage is to the real site.
final class Shelf: SnapshotProvider {
    private struct State {
        var observations: [Dataset: [Observation]] = [:]
        var current: [Dataset: Edition] = [:]
        var isReachable = true
        var pastsAskedFor: [[Platform: Instant]] = []
    }

    private let state = Lock(State())

    /// Makes `observations` the data, with each platform's newest sighting as its clock.
    func put(_ observations: [Observation], in dataset: Dataset = .live) {
        let clocks = Dictionary(observations.map { ($0.key.platform, $0.scrapedAt) }, uniquingKeysWith: max)
        let edition = Edition(Self.snapshot(dataset, observations, clocks))
        state.withLock {
            $0.observations[dataset] = observations
            $0.current[dataset] = edition
        }
    }

    /// The database goes away or comes back.
    func setReachable(_ isReachable: Bool) {
        state.withLock { $0.isReachable = isReachable }
    }

    /// The pasts that were asked for.
    var pastsAskedFor: [[Platform: Instant]] { state.withLock { $0.pastsAskedFor } }

    func current(_ dataset: Dataset) -> Edition? {
        state.withLock { $0.current[dataset] }
    }

    func edition(_ dataset: Dataset, clocks: [Platform: Instant]) throws(DataUnavailable) -> Edition {
        let observations = state.withLock { state in
            state.pastsAskedFor.append(clocks)
            return state.isReachable ? state.observations[dataset] ?? [] : nil
        }
        guard let observations else { throw DataUnavailable("The database did not answer.") }
        return Edition(Self.snapshot(dataset, observations, clocks))
    }

    private static func snapshot(
        _ dataset: Dataset, _ observations: [Observation], _ clocks: [Platform: Instant]
    ) -> Snapshot {
        let states = clocks.map { platform, clock in
            let seen = observations.filter { $0.key.platform == platform && $0.scrapedAt <= clock }
            let newest = Dictionary(seen.map { ($0.key, $0) }) { $0.scrapedAt >= $1.scrapedAt ? $0 : $1 }
            var states = ReelStates(platform: platform, asOf: clock)
            for observation in newest.values.sorted(by: { $0.key < $1.key }) { states.append(observation) }
            return states
        }
        return Snapshot(dataset: dataset, states: states)
    }
}
