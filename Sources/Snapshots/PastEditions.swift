package import Reels
package import Scoring
package import Site
import System

/// Editions of a few instants of the past, those that were asked for last. The same instant gives the same answer for ever, but
/// for an observation that comes late: then it is made anew.
package final class PastEditions: Sendable {
    /// So many reels together, beside the edition that was asked for last.
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

        var reels: Int { edition.snapshot.platforms.reduce(0) { $0 + $1.data.states.count } }
    }

    private struct Shelf {
        /// What was asked for last is the last.
        var kept: [Kept] = []
        /// What some thread is building.
        var building: Set<Question> = []
    }

    private let shelf = Lock(Shelf())

    /// None yet.
    package init() {}

    /// What a thread that asks is to do.
    private enum Task {
        case show(Edition)
        case build
    }

    /// The edition of `dataset` as of `clocks`, if the database is as `version` says. Of several threads that ask for the same,
    /// one builds it, and the others wait.
    package func edition(
        _ dataset: Dataset, clocks: [Platform: Instant], version: String?, build: () throws -> SnapshotBuilder.Build
    ) throws -> Edition {
        let question = Question(dataset: dataset, clocks: clocks)
        let task = shelf.wait { shelf -> Task? in
            if let edition = Self.take(question, version, from: &shelf) { return .show(edition) }
            return shelf.building.insert(question).inserted ? .build : nil
        }
        if case .show(let edition) = task { return edition }
        defer { shelf.withLock { _ = $0.building.remove(question) } }
        let built = try build()
        let kept = Kept(question: question, edition: Edition(built.snapshot), version: built.version)
        shelf.withLock { Self.put(kept, into: &$0) }
        return kept.edition
    }

    /// Says that what holds for the version `earlier` of `dataset` holds for `later`, but for instants from `time` on; nil is
    /// the beginning of time.
    package func renew(_ dataset: Dataset, from earlier: String, to later: String, until time: Instant?) {
        shelf.withLock { shelf in
            for place in shelf.kept.indices where shelf.kept[place].version == earlier {
                let question = shelf.kept[place].question
                guard question.dataset == dataset, let time, question.clocks.values.allSatisfy({ $0 < time }) else {
                    continue
                }
                shelf.kept[place].version = later
            }
        }
    }

    private static func take(_ question: Question, _ version: String?, from shelf: inout Shelf) -> Edition? {
        guard let place = shelf.kept.firstIndex(where: { $0.question == question && $0.version == version }) else {
            return nil
        }
        let kept = shelf.kept.remove(at: place)
        shelf.kept.append(kept)
        return kept.edition
    }

    private static func put(_ kept: Kept, into shelf: inout Shelf) {
        shelf.kept.removeAll { $0.question == kept.question }
        shelf.kept.append(kept)
        while shelf.kept.count > mostEditions
            || shelf.kept.count > 1 && shelf.kept.reduce(0, { $0 + $1.reels }) > mostReels + kept.reels
        {
            shelf.kept.removeFirst()
        }
    }
}
