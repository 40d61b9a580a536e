import DatabaseProxy
import System
import Testing
import Trials

extension ResumeTests {
    /// Runs that meet.
    @Suite
    struct RaceTests {
        @Test
        func `of two runs at once one works and the other is turned away, after a killed run, too`() throws {
            let dataset = RemoteDataset(count: 60)
            let reference = try Reference(dataset, patience: 0, in: #require(SharedDatabases.all.first))
            let tools = SharedDatabases.all + SharedDatabases.all
            let races = try Workers.map(Lots.races(), with: tools) { number, database in
                Race(number, like: reference, in: database)
            }
            for race in races { #expect(race.complaints.isEmpty, "\(race)") }
            let count = races.count { $0.hadLoser }
            #expect(races.count == 1 || count > 0, "no two runs ever met")
            print("one run turned away in \(count) of \(races.count) races")
        }

        @Test
        func `a run that ends while another looks who holds the place leaves it to that one`() throws {
            let trial = try Trial(
                RemoteDataset(count: 60), patience: 0, in: #require(SharedDatabases.all.first))
            let stage = Lock(Stage())
            trial.course.begin { _, step in
                let limit = Duration.seconds(60)
                switch "\(step)" {
                case "-> POST startRun": stage.withLock { $0.isAtWork = true }
                case "<- POST startRun": _ = stage.wait(for: limit) { $0.claims > 1 ? true : nil }
                case "<- feed.begin": stage.withLock { $0.claims += 1 }
                case "-> runs.holder" where stage.withLock { $0.claims > 1 }:
                    _ = stage.wait(for: limit) { $0.hasEnded ? true : nil }
                default: break
                }
                return .pass
            }
            let first = try trial.start()
            _ = stage.wait(for: .seconds(60)) { $0.isAtWork ? true : nil }
            let second = try trial.start()
            #expect(try first.end() == .exited(0))
            stage.withLock { $0.hasEnded = true }
            let ending = try second.end()
            let output = try second.output
            #expect(ending == .exited(0), "\(output)")
            #expect(try trial.ledger.states() == ["succeeded", "succeeded"])
        }

        /// How far two runs have come, of which the second is refused the place that the first holds.
        private struct Stage {
            var isAtWork = false
            var claims = 0
            var hasEnded = false
        }
    }
}
