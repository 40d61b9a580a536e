import DatabaseProxy
import Sample
import System
import Trials

/// Two runs of one feed at once: what came of it.
struct Race: Sendable, CustomStringConvertible {
    let description: String
    /// Whether one of the two was turned away.
    let hadLoser: Bool
    /// What is not as it should be.
    let complaints: [String]

    /// The number decides whether a run was killed before, at which of the first's steps the second starts, and where either
    /// pauses for some milliseconds.
    init(_ number: Int, like reference: Reference, in database: PrivateDatabase) {
        var description = "race \(number)"
        var hadLoser = false
        var complaints: [String] = []
        do {
            let trial = try Trial(reference.dataset, patience: 0, in: database)
            var lots = SplitMix64(seed: UInt64(number))
            var finishedBefore = 0
            var lastStart = reference.steps.count
            if number.isMultiple(of: 2) {
                let killed = try trial.kill(at: Int.random(in: 1...reference.steps.count, using: &lots))
                // What is left to do takes fewer steps.
                lastStart = 40
                description += ", after a run killed at \(killed.step ?? "no step")"
                finishedBefore = try trial.ledger.states().count { $0 == "succeeded" }
            }
            let start = Int.random(in: 0...lastStart, using: &lots)
            description += ", the second started at step \(start) of the first"
            let runners = try Self.runners(of: trial, startingAt: start, lots)
            let endings = try runners.map { try $0.end() }
            // What decides holds the trial, which holds it.
            trial.course.begin()
            hadLoser = endings.contains(Self.busy)
            complaints = try Self.complaints(trial, runners, endings, finishedBefore, reference)
        } catch {
            complaints = ["\(error)"]
        }
        self.description = description
        self.hadLoser = hadLoser
        self.complaints = complaints
    }

    /// How a run ends that another holds up.
    private static let busy = ChildProcess.Ending.exited(75)

    /// The second starts when the first comes to the step of the number `start`; 0 is at once.
    private static func runners(
        of trial: Trial, startingAt start: Int, _ lots: SplitMix64
    ) throws -> [IngestProgram] {
        let lots = Lock(lots)
        let second = Lock<Second>(.waiting)
        trial.course.begin { number, _ in
            if number == start { second.withLock { $0.begin { try trial.start() } } }
            let pause = lots.withLock { Int.random(in: 0..<12, using: &$0) }
            if pause < 4 { Thread.pause(for: .milliseconds(pause)) }
            return .pass
        }
        let first = try trial.start()
        if start > 0 { _ = try first.end() }
        // The first may have had less to do than it takes to come so far.
        return [
            first,
            try second.withLock { second in
                second.begin { try trial.start() }
                return try second.program
            },
        ]
    }

    /// The second of two runs, which is started once.
    private enum Second {
        case waiting
        case started(Result<IngestProgram, any Error>)

        mutating func begin(_ start: () throws -> IngestProgram) {
            if case .waiting = self { self = .started(Result { try start() }) }
        }

        var program: IngestProgram {
            get throws {
                guard case .started(let result) = self else { throw Failure("the second run was not started") }
                return try result.get()
            }
        }
    }

    private static func complaints(
        _ trial: Trial, _ runners: [IngestProgram], _ endings: [ChildProcess.Ending], _ finishedBefore: Int,
        _ reference: Reference
    ) throws -> [String] {
        var complaints: [String] = []
        let outputs = try runners.map { try $0.output }
        let winners = zip(runners, endings).filter { $1 == .exited(0) }.map(\.0)
        for (ending, output) in zip(endings, outputs) where ending != .exited(0) {
            let names = winners.first.map { output.contains("process \($0.identifier) ") } ?? false
            if ending != busy || !names { complaints.append("one run ended as \(ending) and said: \(output)") }
        }
        let finished = finishedBefore + winners.count
        let states = try trial.ledger.states()
        if states != Array(repeating: "succeeded", count: finished) || winners.isEmpty {
            complaints.append("\(finished) runs were to finish, and there are \(states)")
        }
        let started = trial.remote.startedCount
        if started != finished { complaints.append("the actor was started \(started) times for \(finished) runs") }
        complaints += try trial.ledger.contradictions().map { "a run that is not right: \($0)" }
        let items = try trial.ledger.items().count
        if items != finished * reference.dataset.lines.count { complaints.append("there are \(items) items") }
        return complaints.isEmpty ? [] : complaints + outputs
    }
}
