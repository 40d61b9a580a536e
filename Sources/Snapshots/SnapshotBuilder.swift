package import Postgres
package import Reels
package import Scoring
package import Storage
import System

/// Reads what is asked and scores it: while the database sends one thing, other threads compute what follows from the last.
package struct SnapshotBuilder: Sendable {
    private let dataset: Dataset
    private let loader: StateLoader
    private let months: EventMonths

    package init(dataset: Dataset, schema: Schema) {
        self.dataset = dataset
        loader = StateLoader(schema: schema)
        months = EventMonths(schema: schema)
    }

    /// A snapshot, and the state of the database that it tells of.
    package struct Build: Sendable {
        package let snapshot: Snapshot
        /// See `StateLoader.version`.
        package let version: String
        package let runs: FinishedRuns
        /// See `EventMonths.answerableSince`.
        package let answerableSince: Instant?

        /// What was built, as of the state of the database that `version` and `runs` name.
        package init(
            snapshot: Snapshot, version: String, runs: FinishedRuns = FinishedRuns(), answerableSince: Instant? = nil
        ) {
            self.answerableSince = answerableSince
            self.snapshot = snapshot
            self.version = version
            self.runs = runs
        }
    }

    /// What `Build.version` is now.
    package func version(_ connection: borrowing Connection) throws -> String {
        try loader.version(connection)
    }

    /// The present. Of platforms that no run has seen since `known` it takes the cohorts as they are, and of the others it reads
    /// only what is new where that is cheaper.
    package func present(after known: Build?, _ connection: borrowing Connection) throws -> Build {
        try loader.atOnePointInTime(connection) { connection in
            let (version, runs) = (try loader.version(connection), try loader.finishedRuns(connection))
            let times = known.flatMap { runs.times(changedSince: $0.runs) }
            let platforms = try loader.clocks(connection).map { platform, clock in
                let known = times == nil ? nil : known?.snapshot[platform]
                return try present(platform, clock, after: known, runsAt: times ?? [], connection)
            }
            return Build(
                snapshot: Snapshot(dataset: dataset, platforms: platforms.map { $0() }), version: version, runs: runs,
                answerableSince: try months.answerableSince(connection))
        }
    }

    /// The past as of `clocks`, from the observations.
    ///
    /// - Throws: `MonthsDetached` where some of those that it takes were detached.
    package func past(_ clocks: [Platform: Instant], _ connection: borrowing Connection) throws -> Build {
        try loader.atOnePointInTime(connection) { connection in
            try months.requireAnswerable(clocks.values, connection)
            let (version, runs) = (try loader.version(connection), try loader.finishedRuns(connection))
            let platforms = try clocks.map { platform, instant in
                try scored(asOf: instant, yields: true) { try loader.past(platform, asOf: instant, connection, $0) }
            }
            return Build(
                snapshot: Snapshot(dataset: dataset, platforms: platforms.map { $0() }), version: version, runs: runs,
                answerableSince: try months.answerableSince(connection))
        }
    }

    /// `present` as of `clocks`, none of which is before the platform's own; nil where one is. Nothing has to be read for it.
    package func later(_ present: Build, asOf clocks: [Platform: Instant]) throws -> Build? {
        var platforms: [() -> PlatformSnapshot] = []
        for (platform, instant) in clocks {
            let known = present.snapshot[platform]?.data ?? .empty(platform, asOf: instant)
            guard let data = known.asked(asOf: instant) else { return nil }
            platforms.append(
                try scored(asOf: instant, yields: true) { progress in
                    try progress.history(data.history)
                    try progress.states(data.states, data.history)
                    return data
                })
        }
        return Build(
            snapshot: Snapshot(dataset: dataset, platforms: platforms.map { $0() }), version: present.version,
            runs: present.runs, answerableSince: present.answerableSince)
    }

    /// What was built from `data` in an earlier time, built again.
    package func again(
        _ data: [PlatformData], version: String, runs: FinishedRuns, answerableSince: Instant?
    ) throws -> Build {
        let platforms = try data.map { data in
            try scored(asOf: data.asOf) { progress in
                try progress.history(data.history)
                try progress.states(data.states, data.history)
                return data
            }
        }
        return Build(
            snapshot: Snapshot(dataset: dataset, platforms: platforms.map { $0() }), version: version, runs: runs,
            answerableSince: answerableSince)
    }

    private func present(
        _ platform: Platform, _ clock: Instant, after known: PlatformSnapshot?, runsAt times: [Instant],
        _ connection: borrowing Connection
    ) throws -> () -> PlatformSnapshot {
        if let known {
            guard try known.data.asOf != clock || loader.hasSightings(platform, at: times, connection) else {
                return { known }
            }
            if try loader.isUpdateCheaper(known.data, runsAt: times, connection) {
                return try scored(asOf: clock) {
                    try loader.update(known.data, runsAt: times, clock: clock, connection, $0)
                }
            }
        }
        return try scored(asOf: clock) { try loader.present(platform, clock: clock, connection, $0) }
    }

    /// Reads a platform with `read`, and lets other work go first where it `yields`: the reading thread may have a priority that
    /// is not to be changed. `read` hands on the history and the states as soon as it has them. What is returned waits for
    /// all that follows from them.
    private func scored(
        asOf: Instant, yields: Bool = false, _ read: (_ progress: LoadingProgress) throws -> PlatformData
    ) throws -> () -> PlatformSnapshot {
        var ranking: Background<EqualAgeRanking>?
        var scoring: Background<PlatformScores>?
        let data = try read(
            LoadingProgress { history in
                ranking = try Background(name: "ranks") {
                    // The states are still to be read, and scored, which takes longer.
                    Thread.yieldPriority()
                    return EqualAgeRanking(of: history, asOf: asOf)
                }
            } states: { states, history in
                scoring = try Background(name: "scores") {
                    if yields { Thread.yieldPriority() }
                    return PlatformScores(of: states, history: history)
                }
            })
        let (ranks, scores) = (ranking, scoring)
        let snapshot = try Background(name: "snapshot") {
            if yields { Thread.yieldPriority() }
            return PlatformSnapshot(data) {
                scores?.value() ?? PlatformScores(of: data.states, history: data.history)
            } equalAge: {
                ranks?.value() ?? EqualAgeRanking(of: data.history, asOf: asOf)
            }
        }
        return { snapshot.value() }
    }
}
