import Postgres
import Reels
import Scoring
import Snapshots
import Storage
import TestDatabase

/// A random history that is being stored, step by step.
struct StoredHistory {
    private let feed: Feed
    private let history: RandomHistory
    private var runs: [Int: Run] = [:]
    /// What is stored: of two sightings of a reel at one time the first.
    private(set) var sightings: [StoredSighting] = []
    private var keys: Set<StoredSighting.Key> = []
    /// Number of the step that was stored last.
    private(set) var step = -1

    init(_ test: TestDatabase, _ history: RandomHistory) {
        feed = Feed(test)
        self.history = history
    }

    /// Stores the next step; false where there is none.
    mutating func storeNext(_ connection: borrowing Connection) throws -> Bool {
        guard step + 1 < history.steps.count else { return false }
        step += 1
        let now = history.steps[step]
        switch now.kind {
        case .run:
            runs[step] = try feed.store(
                now.observations, at: now.time, isExact: now.isExact, surface: now.surface, rejectedCount: 8, connection
            )
        case .replay(let number):
            guard let run = runs[number] else { break }
            try feed.replay(run, now.observations, isExact: now.isExact, surface: now.surface, connection)
        }
        for seen in now.observations where keys.insert(StoredSighting.Key(seen)).inserted {
            sightings.append(StoredSighting(seen: seen, isExact: now.isExact, surface: now.surface))
        }
        return true
    }

    /// The time of the step that was stored last.
    var time: Instant { history.steps[step].time }

    /// Whether `platform` was seen at the time of the last step: what runs brought is told apart by their times.
    func isTouched(_ platform: Platform) -> Bool {
        sightings.contains { $0.seen.scrapedAt == time && $0.seen.key.platform == platform }
    }
}

/// An observation as it is stored.
struct StoredSighting {
    let seen: Observation
    let isExact: Bool
    let surface: String

    struct Key: Hashable {
        let reel: ReelKey
        let time: Instant

        init(_ seen: Observation) {
            (reel, time) = (seen.key, seen.scrapedAt)
        }
    }

    /// What it says of growth.
    var sighting: Sighting {
        let stratum = Stratum(surface: surface == "explore" ? 1 : 0, viewsSource: seen.viewsSource)
        return Sighting(scrapedAt: seen.scrapedAt, views: seen.views, stratum: isExact ? stratum : nil)
    }
}
