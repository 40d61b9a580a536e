import Reels
import Scoring
import System

/// What requests that were answered before came to, so that the same request again is answered without being read: it is
/// neither decoded nor brought to its canonical form.
///
/// They belong to an edition, and only lead to answers that it keeps. Shared by all threads.
final class Shortcuts: Sendable {
    /// All of a request that its answer may follow from.
    struct Question: Hashable {
        let path: String
        let query: String
        let accepted: String

        init(_ request: Request) {
            path = request.path
            query = request.query
            accepted = request.headers["accept-encoding"] ?? ""
        }

        fileprivate var length: Int { path.utf8.count + query.utf8.count + accepted.utf8.count }
    }

    struct Target: Sendable {
        /// What the answer is kept as.
        let key: String
        let freshness: Freshness
        /// From then on the same request has another answer; nil where only new data changes it.
        let end: Instant?
    }

    private static let mostQuestions = 1_024
    private static let longestQuestion = 512

    private let targets = Lock([Question: Target]())

    subscript(question: Question) -> Target? {
        targets.withLock { $0[question] }
    }

    func keep(_ target: Target, for question: Question) {
        guard question.length <= Self.longestQuestion else { return }
        targets.withLock { targets in
            // Whoever asks for ever new addresses costs the others one reading of theirs.
            if targets.count >= Self.mostQuestions { targets.removeAll(keepingCapacity: true) }
            targets[question] = target
        }
    }
}

extension Site {
    /// The answer to a request that was answered before, from data that have not changed.
    func answerAgain(_ request: Request) -> Response? {
        guard request.method == "GET" || request.method == "HEAD", let edition = snapshots.current(defaultDataset),
            let target = edition.shortcuts[Shortcuts.Question(request)],
            let representation = edition.answers[target.key]
        else { return nil }
        if let end = target.end, end <= now() { return nil }
        return respond(to: request, representation, target.freshness)
    }

    /// Remembers where `request` led. Only what the default data set answers: another set's answer may become that of
    /// nobody, when data comes in.
    func remember(_ request: Request, _ target: Shortcuts.Target, in edition: Edition) {
        guard edition === snapshots.current(defaultDataset), !edition.snapshot.isEmpty else { return }
        edition.shortcuts.keep(target, for: Shortcuts.Question(request))
    }
}
