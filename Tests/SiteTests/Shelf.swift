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
        var detachedUntil: Instant?
        var pastsAskedFor: [[Platform: Instant]] = []
        var recordsAskedFor: [ReelKey] = []
        var missingMonths: [String] = []
    }

    private let state = Lock(State())

    /// Makes `observations` the data, with each platform's newest sighting as its clock.
    func put(_ observations: [Observation], in dataset: Dataset = .live) {
        let clocks = Dictionary(observations.map { ($0.key.platform, $0.scrapedAt) }, uniquingKeysWith: max)
        let edition = Self.edition(dataset, observations, clocks)
        state.withLock {
            $0.observations[dataset] = observations
            $0.current[dataset] = edition
        }
    }

    /// When the data became what they are.
    func setChanged(_ instant: Instant, in dataset: Dataset = .live) {
        state.withLock { state in
            state.current[dataset] = state.current[dataset].map {
                Edition($0.snapshot, times: $0.times, changedAt: instant)
            }
        }
    }

    /// What there is comes from a file, or the database has confirmed it.
    func setUnconfirmed(_ isUnconfirmed: Bool, in dataset: Dataset = .live) {
        state.withLock { state in
            state.current[dataset] = state.current[dataset].map {
                Edition($0.snapshot, times: $0.times, isUnconfirmed: isUnconfirmed)
            }
        }
    }

    /// The database goes away or comes back.
    func setReachable(_ isReachable: Bool) {
        state.withLock { $0.isReachable = isReachable }
    }

    /// What was seen before `instant` is taken away.
    func detach(before instant: Instant) {
        state.withLock { $0.detachedUntil = instant }
    }

    /// The pasts that were asked for.
    var pastsAskedFor: [[Platform: Instant]] { state.withLock { $0.pastsAskedFor } }

    /// The reels whose observations were asked for.
    var recordsAskedFor: [ReelKey] { state.withLock { $0.recordsAskedFor } }

    /// Says of every reel that observations of these months are gone.
    func setMissingMonths(_ months: [String]) {
        state.withLock { $0.missingMonths = months }
    }

    func record(of key: ReelKey, in dataset: Dataset, until instant: Instant) throws(DataUnavailable) -> ReelRecord {
        let record = state.withLock { state in
            state.recordsAskedFor.append(key)
            let seen = (state.observations[dataset] ?? []).filter { $0.key == key && $0.scrapedAt <= instant }
            return state.isReachable
                ? ReelRecord(
                    observations: seen.sorted { $0.scrapedAt < $1.scrapedAt }.map {
                        KeptObservation($0, surface: "test", runID: Desk.runID(1))
                    }, missingMonths: state.missingMonths) : nil
        }
        guard let record else { throw DataUnavailable("The database did not answer.") }
        return record
    }

    func current(_ dataset: Dataset) -> Edition? {
        state.withLock { $0.current[dataset] }
    }

    func edition(_ dataset: Dataset, clocks: [Platform: Instant]) throws(DataUnavailable) -> Edition {
        let observations = state.withLock { state in
            state.pastsAskedFor.append(clocks)
            return state.isReachable ? state.observations[dataset] ?? [] : nil
        }
        guard let observations else { throw DataUnavailable("The database did not answer.") }
        if let end = state.withLock({ $0.detachedUntil }), clocks.values.contains(where: { $0 < end }) {
            throw DataUnavailable("There are answers from \(end.iso8601) on.", isForGood: true)
        }
        return Self.edition(dataset, observations, clocks)
    }

    private static func edition(
        _ dataset: Dataset, _ observations: [Observation], _ clocks: [Platform: Instant]
    ) -> Edition {
        let snapshot = Snapshot(
            dataset: dataset,
            platforms: clocks.map { platform, clock in
                PlatformSnapshot(PlatformData(observations.filter { $0.key.platform == platform }, platform, clock))
            })
        let seen = Dictionary(grouping: observations, by: \.scrapedAt)
        let times = seen.keys.sorted().map { instant in
            ObservationTime(instant, platforms: seen[instant].map { Set($0.map(\.key.platform)) })
        }
        return Edition(snapshot, times: times)
    }
}

extension PlatformData {
    /// What `observations` tell as of `clock`, as Storage reads it.
    init(_ observations: [Observation], _ platform: Platform, _ clock: Instant) {
        let seen = observations.filter { $0.scrapedAt <= clock }
        var history = SightingHistory(platform: platform)
        for observation in seen {
            let sighting = Sighting(
                scrapedAt: observation.scrapedAt, views: observation.views,
                stratum: Stratum(viewsSource: observation.viewsSource))
            let published = PublishedSighting(
                sighting, publishTime: observation.publishTime, isExact: observation.publishTimeIsExact)
            history.add(published) { $0.append(contentsOf: observation.key.reelID.utf8) }
        }
        history.settle()
        let runs = Set(seen.map(\.scrapedAt)).sorted()
        self.init(
            states: ReelStates(seen, platform, clock, history.reels), history: history,
            previous: runs.dropLast().last.map { ReelStates(seen, platform, $0, history.reels) })
    }
}

extension ReelStates {
    /// Each reel as it was last seen by `clock`.
    fileprivate init(_ seen: [Observation], _ platform: Platform, _ clock: Instant, _ reels: TextDictionary) {
        self.init(platform: platform, asOf: clock, reels: reels)
        let newest = Dictionary(seen.lazy.filter { $0.scrapedAt <= clock }.map { ($0.key, $0) }) {
            $0.scrapedAt >= $1.scrapedAt ? $0 : $1
        }
        for observation in newest.values.sorted(by: { $0.key < $1.key }) { append(observation) }
    }
}
