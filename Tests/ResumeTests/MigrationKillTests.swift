import DatabaseProxy
import System
import Testing
import Trials

extension ResumeTests {
    /// Migrations that are broken off.
    @Suite
    struct MigrationKillTests {
        @Test
        func `a migration that is killed at any statement leaves nothing half done, and the next one finishes`() throws
        {
            let first = try #require(SharedDatabases.all.first)
            let (stages, count) = try stages(in: first)
            let tools = SharedDatabases.all + SharedDatabases.all
            let complaints = try Workers.map(Lots.steps(of: count), with: tools) { step, database in
                let trial = try MigrationTrial(in: database)
                let what = "step \(step) of \(count), \(try trial.kill(at: step) ?? "never reached")"
                var complaints: [String] = []
                if !stages.contains(try trial.definition()) { complaints.append("\(what): something is half done") }
                trial.course.begin()
                let again = try trial.start()
                let ending = try again.end()
                if ending != .exited(0) { complaints.append("\(what): then \(ending), \(try again.output)") }
                if try trial.definition() != stages.last { complaints.append("\(what): it was not finished") }
                return complaints
            }
            for complaint in complaints.joined() { Issue.record("\(complaint)") }
            print("migrations killed at \(complaints.count) of \(count) steps")
        }

        /// How many steps an undisturbed migration has.
        static func stepCount(in database: PrivateDatabase) throws -> Int {
            let trial = try MigrationTrial(in: database)
            let program = try trial.start()
            guard try program.end() == .exited(0) else { throw Failure(try program.output) }
            return trial.course.steps.count
        }

        /// What the schemas are between the transactions of an undisturbed migration, and how many steps that has.
        private func stages(in database: PrivateDatabase) throws -> (stages: [String], steps: Int) {
            let trial = try MigrationTrial(in: database)
            let stages = Lock([Result { try trial.definition() }])
            trial.course.begin { [weak trial] _, step in
                // Its answer is on its way, so that nothing of it is open any more.
                if ["<- transaction.commit", "<- migrate.partitions"].contains("\(step)"), let trial {
                    stages.withLock { $0.append(Result { try trial.definition() }) }
                }
                return .pass
            }
            let program = try trial.start()
            guard try program.end() == .exited(0) else { throw Failure(try program.output) }
            let count = trial.course.steps.count
            trial.course.begin()
            return (try stages.withLock(\.self).map { try $0.get() }, count)
        }
    }
}
