import FoundationEssentials
import Glibc
import HTTPClient
import RunningStack
import System
import Testing
import Trials

extension FaultTests {
    /// What befalls PostgreSQL, and what readers and whoever brings data in notice of it.
    @Suite
    struct DatabaseFaultTests {
        private static let faults = DatabaseFault.allCases.filter { $0 != .fullDisk || geteuid() == 0 }

        @Test(arguments: faults)
        func `pages go on, writes say why not and lose nothing, and all is well afterwards`(fault: DatabaseFault)
            async throws
        {
            let database = try PrivateDatabase(size: fault == .fullDisk ? "160m" : nil)
            try await Stack.with(settings: ["DATABASE_URL": database.address], in: Checkout()) { site in
                let feed = try SmallFeed(in: site.checkout.path)
                #expect(try site.ingest(feed.arguments(1)).ending == .exited(0))
                try await expect(site, toShow: feed.views(1))
                let responders = try Processes.responders(of: site.checkout)
                let mend = try fault.befall(database)
                do {
                    try await expectReading(site, feed, fault)
                    if let refusal = fault.refusal {
                        let refused = try site.ingest(feed.arguments(2))
                        #expect(refused.ending == .exited(refusal.code), "\(refused.output)")
                        #expect(refused.output.contains(refusal.word), "\(refused.output)")
                        #expect(refused.output.split(separator: "\n").count == 1, "\(refused.output)")
                    }
                } catch {
                    try mend()
                    throw error
                }
                try mend()
                // The very same again.
                let again = try site.ingest(feed.arguments(2))
                #expect(again.ending == .exited(0), "\(again.output)")
                try await expect(site, toShow: feed.views(2))
                let isWell = try await eventually(within: .seconds(5)) {
                    try site.get("/health").text.contains(#""status":"ok""#)
                }
                #expect(isWell)
                let verification = try site.ingest(["verify"])
                #expect(verification.ending == .exited(0), "\(verification.output)")
                #expect(try Processes.responders(of: site.checkout) == responders)
            }
        }

        @Test
        func `an import that meets a lock waits for it, and readers do not`() async throws {
            let database = try PrivateDatabase()
            try await Stack.with(settings: ["DATABASE_URL": database.address], in: Checkout()) { site in
                let feed = try SmallFeed(in: site.checkout.path)
                #expect(try site.ingest(feed.arguments(1)).ending == .exited(0))
                try await expect(site, toShow: feed.views(1))
                let release = try DatabaseFault.locked.befall(database)
                let ending = Lock<Program?>(nil)
                let arguments = feed.arguments(2)
                let importing = try System.Thread(name: "import") {
                    let program = try? site.ingest(arguments)
                    ending.withLock { $0 = program }
                }
                // Over the keeper's patience with a statement, which meets the lock as well.
                let isGivenUp = try await eventually(within: .seconds(15)) {
                    try site.output.contains("the database did not answer in time")
                }
                #expect(isGivenUp)
                let status = try site.get("/ingest/status")
                #expect(status.status == 503 && status.head.header("Retry-After") != nil)
                #expect(try site.get("/reels/performance?limit=3").text.contains(feed.views(1)))
                #expect(ending.withLock { $0 == nil })
                try release()
                importing.join()
                #expect(ending.withLock { $0?.ending } == .exited(0))
                try await expect(site, toShow: feed.views(2))
            }
        }

        /// The site goes on with what it had, and says how old that is.
        private func expectReading(_ site: Stack, _ feed: SmallFeed, _ fault: DatabaseFault) async throws {
            // Addresses that nginx has not kept, for both responders.
            for limit in 11...18 {
                let list = try site.get("/reels/performance?limit=\(limit)")
                #expect(list.status == 200 && list.text.contains(feed.views(1)))
            }
            #expect(try site.get("/performance?window=30d").status == 200)
            let health = try site.get("/health")
            #expect(health.status == 200)
            #expect(health.text.contains(#""status":"\#(fault.isReachable ? "ok" : "degraded")""#), "\(health.text)")
            #expect(!health.text.contains(#""data_age_seconds":null"#), "\(health.text)")
        }

        /// Within seconds, and from both responders.
        private func expect(_ site: Stack, toShow views: String) async throws {
            var limit = 100
            let isShown = try await eventually(within: .seconds(10)) {
                limit += 4
                return try (limit - 3...limit).allSatisfy {
                    try site.get("/reels/performance?limit=\($0)").text.contains(views)
                }
            }
            #expect(isShown, "\(views)")
        }
    }
}
