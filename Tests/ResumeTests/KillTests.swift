import Testing
import Trials

extension ResumeTests {
    /// Runs that are broken off.
    @Suite
    struct KillTests {
        @Test
        func `a run that is killed at any step is gone on with: every item once, one remote run, one finished row`()
            throws
        {
            let reference = try reference()
            let tools = SharedDatabases.all + SharedDatabases.all
            let recoveries = try Workers.map(Lots.steps(of: reference.steps.count), with: tools) { step, database in
                Recovery(fromStep: step, like: reference, in: database) { try $0.kill(at: step) }
            }
            for recovery in recoveries { #expect(recovery.complaints.isEmpty, "killed at \(recovery)") }
            print("killed at \(recoveries.count) of \(reference.steps.count) steps")
        }

        @Test
        func `a run during which PostgreSQL is restarted at any step loses nothing and pays once`() throws {
            let reference = try reference()
            let tools = SharedDatabases.all
            let recoveries = try Workers.map(Lots.steps(of: reference.steps.count), with: tools) { step, database in
                Recovery(fromStep: step, like: reference, in: database) { try $0.restart(database, at: step) }
            }
            for recovery in recoveries { #expect(recovery.complaints.isEmpty, "PostgreSQL restarted at \(recovery)") }
            print("PostgreSQL restarted at \(recoveries.count) of \(reference.steps.count) steps")
        }

        /// Of four pages, and of 200 steps at least.
        private func reference() throws -> Reference {
            let reference = try Reference(RemoteDataset(count: 1_000), in: #require(SharedDatabases.all.first))
            #expect(reference.steps.count >= 200)
            return reference
        }
    }
}
