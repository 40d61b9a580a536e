import FoundationEssentials
import System

/// A run of a hosted actor: how far it has come, by its script and by what was asked.
struct HostedRun: Sendable {
    let started: StartedRun
    let script: RunScript
    /// By the monotonic clock.
    private let startedTick = MonotonicClock.now()
    private var end: End?
    /// How often the run itself was asked for: in all, and since it has ended.
    private var questions = 0
    private var questionsSinceEnd = 0
    private var listQuestions = 0
    private var itemQuestionsSinceEnd = 0

    private struct End {
        let status: RunStatus
        let tick: Int64
        let time: String
    }

    init(_ started: StartedRun, _ script: RunScript) {
        self.started = started
        self.script = script
    }

    /// The time now, as the API writes it.
    static func now() -> String { text(.now) }

    /// A time as the API writes it: ISO 8601 with milliseconds.
    static func text(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    var hasEnded: Bool { end != nil }
    var finishedAt: String? { end?.time }

    /// What it is while nobody aborts it; only its start is answered with READY.
    var status: RunStatus { end?.status ?? .running }

    /// How long the end is away by the clock; nil where it has ended, or only questions bring it nearer.
    var timeLeft: Duration? { hasEnded ? nil : script.runs.remaining(since: startedTick) }

    /// In US dollars, as far as it is known.
    var usage: Double? {
        guard let end, script.settles.isOver(asked: questionsSinceEnd, since: end.tick) else {
            return script.unsettledCost
        }
        return script.cost
    }

    /// Lets it end if it is time.
    mutating func advance() {
        guard !hasEnded, script.runs.isOver(asked: questions, since: startedTick) else { return }
        // By the clock it ended when it was to end, and not when somebody asked.
        guard case .time(let duration) = script.runs else { return finish(script.ending) }
        let late = MonotonicClock.now() - startedTick - duration.nanoseconds
        finish(script.ending, ago: .nanoseconds(late))
    }

    mutating func abort() {
        advance()
        if !hasEnded { finish(.aborted) }
    }

    private mutating func finish(_ status: RunStatus, ago: Duration = .zero) {
        let time = Date.now.addingTimeInterval(-(ago / .seconds(1)))
        end = End(
            status: status, tick: MonotonicClock.now() - ago.nanoseconds, time: script.finishedAt ?? Self.text(time))
    }

    /// What `tell` says of it, and one more question answered; nil where Apify does not find it yet.
    mutating func answerQuestion(_ tell: (HostedRun) -> String) -> String? {
        defer { questions += 1 }
        guard script.appears.isOver(asked: questions, since: startedTick) else { return nil }
        advance()
        defer { if hasEnded { questionsSinceEnd += 1 } }
        return tell(self)
    }

    /// Whether the list has it, and one more question for the list.
    mutating func isListed() -> Bool {
        defer { listQuestions += 1 }
        advance()
        return script.listed.isOver(asked: listQuestions, since: startedTick)
    }

    /// How many items its dataset has.
    var itemCount: Int {
        guard let end, script.fills.isOver(asked: itemQuestionsSinceEnd, since: end.tick) else { return 0 }
        return script.items.count
    }

    /// How many items its dataset has, and one more question for these.
    mutating func countItems() -> Int {
        advance()
        defer { if hasEnded { itemQuestionsSinceEnd += 1 } }
        return itemCount
    }
}
