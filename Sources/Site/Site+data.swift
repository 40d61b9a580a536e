import Reels
import Scoring

/// The data that a question is answered from.
struct Evidence: Sendable {
    let edition: Edition
    /// The sample answers though nobody asked for it, since there is no live data.
    let isSampleByDefault: Bool
    let freshness: Freshness
}

extension Site {
    /// The data that `query` asks for: the present without waiting, a named past perhaps from the database.
    func evidence(for query: CohortQuery) throws -> Evidence {
        let dataset = query.dataset ?? defaultDataset
        let isSampleByDefault = query.dataset == nil && dataset == .sample
        if let asOf = query.asOf {
            let clocks = Dictionary(uniqueKeysWithValues: Platform.allCases.map { ($0, asOf) })
            return try evidence(dataset, clocks: clocks, isSampleByDefault: isSampleByDefault)
        }
        guard let edition = snapshots.current(dataset) else {
            throw Problem.unavailable("No data could be loaded from the database yet.")
        }
        return Evidence(edition: edition, isSampleByDefault: isSampleByDefault, freshness: .untilDataChanges)
    }

    /// The data as of `clocks`.
    func evidence(_ dataset: Dataset, clocks: [Platform: Instant], isSampleByDefault: Bool = false) throws -> Evidence {
        let current = snapshots.current(dataset)
        let isPresent = current?.snapshot.clocks == clocks
        let edition = try (isPresent ? current : nil) ?? snapshots.edition(dataset, clocks: clocks)
        let isSettled = current.map { $0.snapshot.hasData(upTo: clocks) } ?? false
        return Evidence(
            edition: edition, isSampleByDefault: isSampleByDefault,
            freshness: isSettled && !isSampleByDefault && !edition.isUnconfirmed ? .settled : .untilDataChanges)
    }

    /// Live data, or the sample while there is none.
    var defaultDataset: Dataset {
        let hasData = { (dataset: Dataset) in snapshots.current(dataset)?.snapshot.isEmpty == false }
        return !hasData(.live) && hasData(.sample) ? .sample : .live
    }
}

extension Snapshot {
    /// Whether no later run can bring observations of `clocks`' time: every platform's own clock has passed it.
    fileprivate func hasData(upTo clocks: [Platform: Instant]) -> Bool {
        !isEmpty && self.clocks.allSatisfy { platform, clock in clocks[platform].map { $0 <= clock } ?? true }
    }
}
