import Sample
import System
import Testing
import Trials

extension ResumeTests {
    /// Runs that are killed at a moment that lies between any two steps, or in the middle of one.
    @Suite
    struct TimedKillTests {
        /// Of ingestion and migration together, with the steps that `KillTests` and `MigrationKillTests` try.
        private static let killPoints = 1_000

        private struct Kill: Sendable {
            let number: Int
            let reference: Reference
            let delay: Duration
        }

        @Test
        func `a run that is killed at any moment is gone on with, a thousand kills together with those at each step`()
            throws
        {
            let first = try #require(SharedDatabases.all.first)
            let references = try [60, 300, 1_000, 2_000].map { count in
                var reference: Reference?
                let duration = try ContinuousClock().measure {
                    reference = try Reference(RemoteDataset(count: count), in: first)
                }
                return (reference: try #require(reference), duration: duration)
            }
            let steps = references[2].reference.steps.count + (try MigrationKillTests.stepCount(in: first))
            var lots = SplitMix64(seed: 7)
            let kills = (1...(Lots.isSoak ? max(1, Self.killPoints - steps) : 12)).map { number in
                let (reference, duration) = references[Int.random(in: 0..<4, using: &lots)]
                return Kill(
                    number: number, reference: reference, delay: duration * Double.random(in: 0..<1, using: &lots))
            }
            let recoveries = try Workers.map(kills, with: SharedDatabases.all) { kill, database in
                Recovery(fromStep: kill.number, like: kill.reference, in: database) { try $0.kill(after: kill.delay) }
            }
            for recovery in recoveries { #expect(recovery.complaints.isEmpty, "killed at \(recovery)") }
            print("killed at \(recoveries.count) moments; \(recoveries.count + steps) points with the steps of each")
        }
    }
}
