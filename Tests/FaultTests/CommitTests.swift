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
