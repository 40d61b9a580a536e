public import Reels
public import Scoring
import System

/// A snapshot together with what was made from it. They live and die together, so that no kept answer outlasts its data:
/// an import of older observations changes data without moving any clock, and no key made of clocks would show it.
public final class Edition: Sendable {
    /// The data.
    public let snapshot: Snapshot
    /// When it was looked, oldest first, as far as that is known: of a past edition the later instants too.
    public let times: [ObservationTime]
    /// When the data became what they are; nil where that is not known.
    public let changedAt: Instant?
    /// Whether it was kept on disk from an earlier time, and the database has not answered since.
    public let isUnconfirmed: Bool
    /// Encoded answers made from it.
    let answers = AnswerCache()
    /// Which requests led to which of these.
    let shortcuts = Shortcuts()

    private struct Question: Hashable {
        let window: Window
        let platform: Platform?
        let order: RankingOrder
    }

    /// Eight bytes a reel each, so that only a few orders are kept.
    private static let mostRankings = 6

    private let rankings = Lock([(question: Question, ranking: Ranked)]())
    let growthBands = Lock([GrowthQuestion: GrowthBand]())

    /// Wrap each snapshot once, when it is loaded, and hand out the same edition until the next one replaces it.
    public init(
        _ snapshot: Snapshot, times: [ObservationTime] = [], changedAt: Instant? = nil, isUnconfirmed: Bool = false
    ) {
        self.snapshot = snapshot
        self.times = times
        self.changedAt = changedAt
        self.isUnconfirmed = isUnconfirmed
    }

    /// The reels of one platform or of all in one order. Sorted at the first use; those asked for last are kept.
    func ranking(window: Window, platform: Platform?, order: RankingOrder) -> Ranked {
        let question = Question(window: window, platform: platform, order: order)
        if let kept = kept(question) { return kept }
        // Outside the lock: two threads may both sort, which costs less than all waiting for one.
        let ranking = ranking(of: question)
        rankings.withLock { rankings in
            rankings.removeAll { $0.question == question }
            rankings.append((question, ranking))
            if rankings.count > Self.mostRankings { rankings.removeFirst() }
        }
        return ranking
    }

    private func kept(_ question: Question) -> Ranked? {
        rankings.withLock { rankings in
            guard let index = rankings.firstIndex(where: { $0.question == question }) else { return nil }
            rankings.append(rankings.remove(at: index))
            return rankings.last?.ranking
        }
    }

    private func ranking(of question: Question) -> Ranked {
        guard question.order != .byScore else {
            return Ranked(snapshot.cohorts(window: question.window, platform: question.platform))
        }
        let byScore = ranking(window: question.window, platform: question.platform, order: .byScore)
        return byScore.sorted(ascending: question.order.isAscending, by: question.order.field.key)
    }
}
