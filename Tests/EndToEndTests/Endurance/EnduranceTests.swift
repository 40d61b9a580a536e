import FoundationEssentials
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// Readers who never pause, while everything behind the pages is replaced, restarted or taken away.
    @Suite
    struct EnduranceTests {
        @Test
        func `readers never fail twice and never see two snapshots in one answer, whatever is restarted`() async throws
        {
            let course = Course.chosen
            let owner = try Checkout()
            let database = Lock(try await Stack.start(in: owner))
            let address = try #require(try database.withLock { try $0.databaseAddress })
            try await Stack.with(settings: ["DATABASE_URL": address], in: Checkout()) { site in
                let feed = NumberedFeed(stack: site)
                try await feed.bringFirst()
                let readers = try Readers(of: site, count: course.readers)
                try await disturb(
                    site, feed, course,
                    away: { isAway in
                        if isAway {
                            try await database.withLock(\.self).stop(.terminate)
                        } else {
                            let again = try await Stack.start(in: owner)
                            database.withLock { $0 = again }
                        }
                    })
                let sawLast = try await eventually(within: .seconds(5)) { readers.tally.newest == feed.number }
                let tally = readers.stop()
                print("measured: \(tally), \(feed.number) runs, \(feed.refusals) refused without the database")
                #expect(tally.failures == [])
                #expect(tally.mixtures == [])
                #expect(sawLast, "run \(tally.newest) was read, \(feed.number) was the last")
                #expect(tally.answers > course.readers && feed.number > 2)
                #expect(feed.refusals > 0, "the database was never missed")
            }
            try await database.withLock(\.self).stop(.terminate)
        }

        /// Does what the course says, at its times.
        private func disturb(
            _ site: Stack, _ feed: NumberedFeed, _ course: Course, away: (Bool) async throws -> Void
        ) async throws {
            let start = ContinuousClock.now
            var due = course.events(from: start)
            while let event = due.popLast() {
                try await Task.sleep(until: event.time)
                switch event.kind {
                case .run: try feed.bringNext()
                // The one that has run longest: both in turn.
                case .restart: try Processes.send("TERM", Array(try Processes.responders(of: site.checkout).prefix(1)))
                case .reload: try Processes.send("HUP", try Processes.webServer(of: site.checkout))
                case .workerEnds:
                    try Processes.kill([try #require(try Processes.webServerWorkers(of: site.checkout).first)])
                case .databaseGoes: try await away(true)
                case .databaseComes: try await away(false)
                }
            }
            // Whatever was refused meanwhile has come in by now.
            try feed.bringNext()
            #expect(feed.isUpToDate)
        }
    }
}
