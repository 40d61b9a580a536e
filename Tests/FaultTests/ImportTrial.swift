import DatabaseProxy
import System
import Trials

/// A dataset in a file, and a schema that it is imported into.
struct ImportTrial: Sendable {
    let trial: Trial
    private let arguments: [String]

    init(_ dataset: RemoteDataset, in database: PrivateDatabase) throws {
        trial = try Trial(RemoteDataset(count: 0), in: database)
        let file = "\(trial.folder.path)/dataset.jsonl"
        try File.write(Array(dataset.lines.joined(separator: "\n").utf8), to: file)
        arguments = ["import", file, "--observed-at", "2024-07-01T00:00:00Z"]
    }

    /// Imports it with the call of that number failing; 0 is none.
    func run(_ calls: FailingCalls, failing call: Int) throws -> (Trial.Disturbed, FailingCalls.Report) {
        try calls.run(arguments, in: trial, failing: call)
    }

    /// Imports it under other conditions.
    func run(under wrapper: [String]) throws -> (ending: ChildProcess.Ending, output: String) {
        try trial.run(arguments, under: wrapper)
    }

    /// Imports it, and nothing disturbs that.
    func again() throws -> (ending: ChildProcess.Ending, output: String) { try trial.run(arguments) }

    /// Imports it, and kills the program when it comes to the step of that number. Gives what the step was.
    func kill(at step: Int) throws -> String? { try trial.kill(arguments, at: step).step }

    /// Imports it, and breaks the connection off at `step`, which is one of its statements: the last of that name that an undisturbed
    /// import makes.
    func run(cuttingAtLast step: String) throws -> (ending: ChildProcess.Ending, output: String) {
        let isStored = Lock(false)
        trial.course.begin { _, what in
            // The items are on their way in the transaction that is meant.
            if "\(what)".contains("end of data") { isStored.withLock { $0 = true } }
            return isStored.withLock(\.self) && "\(what)" == step ? .cut : .pass
        }
        let program = try trial.start(arguments)
        return (try program.end(), try program.output)
    }

    /// The observations, and the latest state of each reel. The same items may have come twice, and are then kept twice.
    func content() throws -> [String: [String]] {
        try trial.ledger.content().filter { ["reels_raw_events", "reels_latest_state"].contains($0.key) }
    }
}
