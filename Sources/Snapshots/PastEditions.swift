package import Reels
package import Scoring
package import Site
import System

/// Editions of a few instants of the past, those that were asked for last. The same instant gives the same answer for ever, but
/// for an observation that comes late: then it is made anew.
package final class PastEditions: Sendable {
    /// With more reels than these together the oldest is let go before another one is built.
    private static let mostReels = 500_000
    private static let mostEditions = 8

    private struct Question: Hashable {
        let dataset: Dataset
        let clocks: [Platform: Instant]
    }

    private struct Kept {
        let question: Question
        let edition: Edition
        /// The state of the database that it is known to hold for.
        var version: String
        /// The state that the keeper knew of when it was built: it may have been behind.
        let versionKnown: String?

        var reels: Int { edition.snapshot.platforms.reduce(0) { $0 + $1.data.states.count } }
    }

    private struct Shelf {
        /// What was asked for last is the last.
        var kept: [Kept] = []
        /// What some thread is building.
        var building: [Question: Attempt] = [:]
    }

    /// A build that several threads wait for.
    private final class Attempt: Sendable {
        let outcome = Lock(Result<Edition, any Error>?.none)
    }

    private let shelf = Lock(Shelf())

    /// With none kept yet.
    package init() {}

    /// What a thread that asks is to do.
    private enum Task {
        case show(Edition)
        case await(Attempt)
        case build(Attempt)
    }

    /// The edition of `dataset` as of `clocks`, if the database is as `version` says. Of several threads that ask for the same,
    /// one builds it, and the others wait and get what it got.
    package func edition(
        _ dataset: Dataset, clocks: [Platform: Instant], version: String?, build: () throws -> SnapshotBuilder.Build
    ) throws -> Edition {
        let question = Question(dataset: dataset, clocks: clocks)
        switch shelf.withLock({ Self.task(question, version, &$0) }) {
        case .show(let edition): return edition
        case .await(let attempt): return try attempt.outcome.wait { $0 }?.get() ?? build().edition
        case .build(let attempt):
            defer { Memory.trim() }
            let outcome = Result { try build() }
            let edition = outcome.map(\.edition)
            shelf.withLock { shelf in
                shelf.building[question] = nil
                guard case (.success(let built), .success(let edition)) = (outcome, edition) else { return }
                Self.put(
                    Kept(question: question, edition: edition, version: built.version, versionKnown: version),
                    into: &shelf)
            }
            attempt.outcome.withLock { $0 = edition }
            return try edition.get()
        }
    }

    /// Says that what holds for the version `earlier` of `dataset` holds for `later`, but for instants from `time` on.
    package func renew(_ dataset: Dataset, from earlier: String, to later: String, until time: Instant) {
        shelf.withLock { shelf in
            shelf.kept.removeAll { kept in
                guard kept.question.dataset == dataset, kept.version == earlier else { return false }
                return kept.question.clocks.values.contains { $0 >= time }
            }
            for place in shelf.kept.indices
            where shelf.kept[place].question.dataset == dataset && shelf.kept[place].version == earlier {
                shelf.kept[place].version = later
            }
        }
    }

    private static func task(_ question: Question, _ version: String?, _ shelf: inout Shelf) -> Task {
        if let edition = take(question, version, from: &shelf) { return .show(edition) }
        if let attempt = shelf.building[question] { return .await(attempt) }
        makeRoom(in: &shelf)
        let attempt = Attempt()
        shelf.building[question] = attempt
        return .build(attempt)
    }

    private static func take(_ question: Question, _ version: String?, from shelf: inout Shelf) -> Edition? {
        let place = shelf.kept.firstIndex { kept in
            kept.question == question && (kept.version == version || kept.versionKnown == version)
        }
        guard let place else { return nil }
        let kept = shelf.kept.remove(at: place)
        shelf.kept.append(kept)
        return kept.edition
    }

    /// Lets the oldest go before another one is built, so that the two are not in memory at once.
    private static func makeRoom(in shelf: inout Shelf) {
        while shelf.kept.count >= mostEditions || shelf.kept.reduce(0, { $0 + $1.reels }) > mostReels {
            shelf.kept.removeFirst()
        }
    }

    private static func put(_ kept: Kept, into shelf: inout Shelf) {
        shelf.kept.removeAll { $0.question == kept.question }
        if shelf.kept.count == mostEditions { shelf.kept.removeFirst() }
        shelf.kept.append(kept)
    }
}
