import System

/// A run that was disturbed at one of its steps, and what the next one made of it.
package struct Recovery: Sendable, CustomStringConvertible {
    /// The step's number, and what it was.
    package let description: String
    /// What is not as it should be.
    package let complaints: [String]

    /// Has a run disturbed, in a schema of its own, and then another run where that is needed. Where it `mayFail` it knows of the
    /// disturbance, and says so in its row: only the items and what was made of them are the same then.
    package init(
        fromStep step: Int, like reference: Reference, in database: PrivateDatabase, mayFail: Bool = false,
        _ disturb: (Trial) throws -> Trial.Disturbed
    ) {
        var description = "step \(step) of \(reference.steps.count)"
        var complaints: [String] = []
        do {
            let trial = try Trial(reference.dataset, in: database)
            let disturbed = try disturb(trial)
            description += ": " + (disturbed.step ?? "never reached")
            if disturbed.step == nil, disturbed.ending != .exited(0) {
                complaints.append("it ended as \(disturbed.ending), though nothing disturbed it")
            }
            complaints += try Self.complaints(after: disturbed, trial, reference, mayFail: mayFail)
            if !complaints.isEmpty { complaints.append("the first run said: \(try disturbed.program.output)") }
        } catch {
            complaints.append("\(error)")
        }
        self.description = description
        self.complaints = complaints
    }

    private static func complaints(
        after disturbed: Trial.Disturbed, _ trial: Trial, _ reference: Reference, mayFail: Bool
    ) throws -> [String] {
        let fetched = trial.remote.pageOffsets
        var complaints = try resume(trial)
        let again = trial.remote.pageOffsets.dropFirst(fetched.count)
        // The page on its way may be asked for again; those before it are stored.
        if let last = fetched.last, again.contains(where: { $0 < last }) {
            complaints.append("pages \(fetched) were fetched, then \(Array(again))")
        }
        let started = trial.remote.startedCount
        if started != 1 { complaints.append("the actor was started \(started) times") }
        complaints += try trial.ledger.contradictions(besidesFailed: mayFail).map { "a run that is not right: \($0)" }
        return complaints + (try reference.differences(in: trial, besides: mayFail ? ["ingestion_runs"] : []))
    }

    /// So long may the next run take: less than the minute after which a silent process counts as dead.
    private static let patience = Duration.seconds(45)

    /// Runs again, unless all is done: a second run would then start the actor again, and rightly so.
    private static func resume(_ trial: Trial) throws -> [String] {
        try trial.ledger.settle()
        guard try trial.ledger.states() != ["succeeded"] else { return [] }
        var run: (ending: ChildProcess.Ending, output: String)?
        let duration = try ContinuousClock().measure { run = try trial.run() }
        var complaints: [String] = []
        if let run, run.ending != .exited(0) {
            complaints.append("the next run ended as \(run.ending): \(run.output)")
        }
        if duration > patience { complaints.append("the next run took \(duration)") }
        return complaints
    }
}
