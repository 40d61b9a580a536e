import Reels
import Scoring
import Site
import Snapshots
import Storage
import System
import Testing

struct PastEditionsTests {
    private let past = PastEditions()
    private let builds = Lock(0)

    private static func clocks(_ hour: Int64) -> [Platform: Instant] {
        [.tiktok: Feed.hour(hour)]
    }

    private static func build(_ version: String = "1") -> SnapshotBuilder.Build {
        SnapshotBuilder.Build(snapshot: Snapshot(dataset: .live, platforms: []), version: version, runs: FinishedRuns())
    }

    private func edition(
        _ hour: Int64, version: String? = "1", dataset: Dataset = .live, built: String = "1"
    ) throws -> Edition {
        try past.edition(dataset, clocks: Self.clocks(hour), version: version) {
            builds.withLock { $0 += 1 }
            return Self.build(built)
        }
    }

    @Test("the same instant of the same data set is the same edition, and no other is")
    func kept() throws {
        let first = try edition(1)
        #expect(try edition(1) === first)
        #expect(try edition(2) !== first)
        #expect(try edition(1, dataset: .sample) !== first)
        #expect(try edition(1) === first)
        #expect(builds.withLock { $0 } == 3)
    }

    @Test("the eight that were asked for last are kept")
    func most() throws {
        let editions = try (1...8).map { try edition($0) }
        #expect(try edition(1) === editions[0])
        _ = try edition(9)
        #expect(builds.withLock { $0 } == 9)
        #expect(try edition(1) === editions[0])
        #expect(try edition(3) === editions[2])
        #expect(builds.withLock { $0 } == 9)
        #expect(try edition(2) !== editions[1])
        #expect(builds.withLock { $0 } == 10)
    }

    @Test("what is kept for a version holds for a later one only where it says so, and only before what has come")
    func renewed() throws {
        let (early, late, sample) = (try edition(1), try edition(3), try edition(1, dataset: .sample))
        past.renew(.live, from: "1", to: "2", until: Feed.hour(3))
        #expect(try edition(1, version: "2", built: "2") === early)
        #expect(try edition(3, version: "2", built: "2") !== late)
        #expect(try edition(1, version: "1", dataset: .sample) === sample)
        // What was built of another state of the database stays as it is.
        past.renew(.live, from: "1", to: "3", until: Feed.hour(99))
        #expect(try edition(1, version: "3", built: "3") !== early)
        // Nobody knows what has come.
        let again = try edition(1, version: "3", built: "3")
        past.renew(.live, from: "3", to: "4", until: Instant(microseconds: .min))
        #expect(try edition(1, version: "4", built: "4") !== again)
    }

    @Test("what was built ahead of the keeper is kept for those who know as little, and for those who know as much")
    func unnoticed() throws {
        let newer = try edition(1, version: "1", built: "2")
        #expect(try edition(1, version: "1", built: "2") === newer)
        #expect(try edition(1, version: "2", built: "2") === newer)
        past.renew(.live, from: "1", to: "3", until: Feed.hour(99))
        #expect(try edition(1, version: "3", built: "3") !== newer)
        #expect(builds.withLock { $0 } == 2)
    }

    @Test("of several threads that ask for one instant at once, one builds it")
    func several() throws {
        let (arrived, editions) = (Lock(0), Lock<[Edition]>([]))
        let threads = try (0..<6).map { number in
            try Thread(name: "asker \(number)") { [past, builds] in
                arrived.withLock { $0 += 1 }
                do {
                    let edition = try past.edition(.live, clocks: Self.clocks(1), version: "1") {
                        builds.withLock { $0 += 1 }
                        // The others may ask meanwhile.
                        #expect(arrived.wait(for: .seconds(20)) { $0 == 6 ? true : nil } == true)
                        return Self.build()
                    }
                    editions.withLock { $0.append(edition) }
                } catch {
                    Issue.record(error)
                }
            }
        }
        for thread in threads { #expect(thread.join(for: .seconds(30))) }
        let all = editions.withLock { $0 }
        #expect(all.count == 6 && all.allSatisfy { $0 === all[0] })
        #expect(builds.withLock { $0 } == 1)
    }

    @Test("while one instant is being built, others are answered")
    func others() throws {
        let other = try edition(2)
        let edition = try past.edition(.live, clocks: Self.clocks(1), version: "1") {
            #expect(try self.edition(2) === other)
            _ = try self.edition(3)
            return Self.build()
        }
        #expect(try self.edition(1) === edition)
    }

    @Test("where a build fails, whoever waited for it hears why, and the next one tries anew")
    func failing() throws {
        struct Failure: Error {}
        let (isBuilding, hasAsked, failures) = (Lock(false), Lock(false), Lock(0))
        let thread = try Thread(name: "waiter") { [past] in
            _ = isBuilding.wait(for: .seconds(20)) { $0 ? true : nil }
            hasAsked.withLock { $0 = true }
            do {
                _ = try past.edition(.live, clocks: Self.clocks(1), version: "1") { Self.build() }
            } catch {
                failures.withLock { $0 += 1 }
            }
        }
        #expect(throws: Failure.self) {
            try past.edition(.live, clocks: Self.clocks(1), version: "1") {
                isBuilding.withLock { $0 = true }
                _ = hasAsked.wait(for: .seconds(20)) { $0 ? true : nil }
                throw Failure()
            }
        }
        #expect(thread.join(for: .seconds(20)))
        // The waiter may have come a moment too late, and then has built for itself.
        _ = try edition(1)
        #expect(builds.withLock { $0 } == failures.withLock { $0 })
    }
}
