import System
import Testing
import Trials

extension FaultTests {
    /// A COMMIT that nobody acknowledges, while the program that sent it lives on. ResumeTests has those whose program is killed.
    @Suite(.sharedDatabases)
    struct CommitTests {
        private let dataset = RemoteDataset(count: 600)

        @Test
        func `a run whose connection is cut at any COMMIT finds out what happened, and comes to the same end`() throws {
            let reference = try Reference(dataset, in: #require(SharedDatabases.all.first))
            let commits = reference.steps.indices.filter { reference.steps[$0].contains("transaction.commit") }
            // Each is asked about twice: before the server knows of it, and when it has been done.
            #expect(commits.count >= 4 && commits.count.isMultiple(of: 2))
            let recoveries = try Workers.map(commits.map { $0 + 1 }, with: SharedDatabases.all) { step, database in
                Recovery(fromStep: step, like: reference, in: database) { try $0.cut(at: step) }
            }
            for recovery in recoveries { #expect(recovery.complaints.isEmpty, "cut at \(recovery)") }
            print("cut at \(recoveries.count) commits")
        }

        /// What the database holds is looked at before anything can mend it: the same import again would complete half of one.
        @Test
        func
            `an import that is killed at any step has stored all of its items or none, and the same again stores the rest`()
            throws
        {
            let undisturbed = try ImportTrial(dataset, in: #require(SharedDatabases.all.first))
            #expect(try undisturbed.again().ending == .exited(0))
            let (all, none) = (try undisturbed.content(), try undisturbed.content().mapValues { _ in [String]() })
            let steps = undisturbed.trial.course.steps
            // From the first row on it matters most, and all of it is tried.
            let storing = try #require(steps.firstIndex { $0.contains("end of data") })
            let tried = Set(Lots.some(4, of: steps.count) + Array(storing + 1...steps.count)).sorted()
            let complaints = try Workers.map(tried, with: SharedDatabases.all) { step, database -> [String] in
                let trial = try ImportTrial(dataset, in: database)
                let what = "killed at \(try trial.kill(at: step) ?? "no step"), \(step) of \(steps.count)"
                var complaints: [String] = []
                let (left, states) = (try trial.content(), try trial.trial.ledger.states())
                // What is stored is a run's that has ended, and what is not is nobody's.
                if left != (states == ["succeeded"] ? all : none) {
                    complaints.append("\(what): \(left.mapValues(\.count)) is left, by runs that \(states)")
                }
                let again = try trial.again()
                if again.ending != .exited(0) { complaints.append("\(what): then \(again.output)") }
                if try trial.content() != all { complaints.append("\(what): it was not completed") }
                return complaints
            }
            for complaint in complaints.joined() { Issue.record("\(complaint)") }
            print("imports killed at \(tried.count) of \(steps.count) steps")
        }

        @Test(arguments: ["-> transaction.commit", "<- transaction.commit"])
        func `an import whose COMMIT is cut off says so, and the same again stores nothing twice`(step: String) throws {
            let database = try #require(SharedDatabases.all.first)
            let undisturbed = try ImportTrial(dataset, in: database)
            #expect(try undisturbed.again().ending == .exited(0))
            let trial = try ImportTrial(dataset, in: database)
            let cut = try trial.run(cuttingAtLast: step)
            #expect(cut.ending == .exited(69), "\(cut.output)")
            #expect(cut.output.split(separator: "\n").count == 1, "\(cut.output)")
            #expect(try trial.again().ending == .exited(0))
            #expect(try trial.content() == undisturbed.content())
            #expect(try trial.trial.ledger.contradictions(besidesFailed: true) == [])
        }
    }
}
