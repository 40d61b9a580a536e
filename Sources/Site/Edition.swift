import Reels
public import Scoring
import System

/// A snapshot together with what was made from it. They live and die together, so that no kept answer outlasts its data:
/// an import of older observations changes data without moving any clock, and no key made of clocks would show it.
public final class Edition: Sendable {
    /// The data.
    public let snapshot: Snapshot
    /// Encoded answers made from it.
    let answers = AnswerCache()

    private struct Question: Hashable {
        let window: Window
        let platform: Platform?
    }

    private let rankings = Lock([Question: Ranked]())

    /// Wrap each snapshot once, when it is loaded, and hand out the same edition until the next one replaces it.
    public init(_ snapshot: Snapshot) {
        self.snapshot = snapshot
    }

    /// The reels of one platform or of all in one order. Merged at the first use, kept after it.
    func ranking(window: Window, platform: Platform?) -> Ranked {
        let question = Question(window: window, platform: platform)
        if let kept = rankings.withLock({ $0[question] }) { return kept }
        // Outside the lock: two threads may both merge, which costs less than all waiting for one.
        let ranked = Ranked(snapshot.cohorts(window: window, platform: platform))
        rankings.withLock { $0[question] = ranked }
        return ranked
    }
}
