import FoundationEssentials
import HTTPClient
import RunningStack
import System
import Testing

extension EndToEndTests {
    /// Parts of a stack that fail while it runs.
    @Suite
    struct FaultTests {
        @Test
        func `a responder that dies costs nobody an answer, and is replaced`() async throws {
            let stack = try await Stack.start(in: Checkout())
            let responders = try Processes.responders(of: stack.checkout)
            #expect(responders.count == 2)
            try Processes.kill([try #require(responders.first)])
            for _ in 0..<20 { #expect(try stack.get("/performance").status == 200) }
            let isReplaced = try await eventually(within: .seconds(2)) {
                try Processes.responders(of: stack.checkout).filter { !responders.contains($0) }.count == 1
            }
            #expect(isReplaced)
            try await stack.stop(.terminate)
        }

        @Test
        func `a responder is ready within a second of its start`() async throws {
            let stack = try await Stack.start(in: Checkout())
            try Processes.kill(try Processes.responders(of: stack.checkout))
            // An address that nginx has not kept.
            #expect(try stack.get("/reels/performance?limit=7").status == 502)
            // A fifth of a second until the loss is noticed, and a whole one.
            let isBack = try await eventually(within: .milliseconds(1_200)) {
                try stack.get("/reels/performance?limit=7").status == 200
            }
            #expect(isBack)
            try await stack.stop(.terminate)
        }

        @Test
        func `without the database the site shows what it has, and says that it cannot ask`() async throws {
            let owner = try await Stack.start(in: Checkout())
            let database = try #require(try owner.databaseAddress)
            let site = try await Stack.start(in: Checkout(), settings: ["DATABASE_URL": database])
            try await owner.stop(.terminate)
            #expect(try site.get("/reels/performance").status == 200)
            let health = try site.get("/health")
            #expect(health.status == 200)
            #expect(health.text.contains(#""status":"degraded""#))
            #expect(health.text.contains(#""database":"unreachable""#))
            let status = try site.get("/ingest/status")
            #expect(status.status == 503)
            #expect(status.head.header("Retry-After") != nil)
            try await site.stop(.terminate)
        }

        @Test
        func `a responder that starts without the database shows what was kept, and says so until it is back`()
            async throws
        {
            let home = try Checkout()
            let owner = try await Stack.start(in: home)
            let database = try #require(try owner.databaseAddress)
            let site = try await Stack.start(in: Checkout(), settings: ["DATABASE_URL": database])
            let rows = try site.get("/reels/performance").text
            let isKept = try await eventually(within: .seconds(10)) {
                ["", "_sample"].allSatisfy { suffix in
                    FileManager.default.fileExists(
                        atPath: "\(site.checkout.state)/snapshots/shortpulse\(suffix).snapshot")
                }
            }
            try #require(isKept)
            try await owner.stop(.terminate)
            #expect(try !site.get("/performance").text.contains("The database is away."))
            try Processes.kill(try Processes.responders(of: site.checkout))
            // Which nginx keeps no answer of.
            let isBack = try await eventually(within: .seconds(5)) {
                try Processes.responders(of: site.checkout).count == 2
                    && (1...4).allSatisfy { _ in try site.get("/health").status == 200 }
            }
            try #require(isBack)
            #expect(try site.get("/health").text.contains(#""status":"degraded""#))
            #expect(try site.get("/reels/performance").text == rows)
            let isSaid = try await eventually(within: .seconds(3)) {
                try site.get("/performance").text.contains("The database is away.")
            }
            #expect(isSaid)
            let responders = try Processes.responders(of: site.checkout)
            let again = try await Stack.start(in: home)
            let isConfirmed = try await eventually(within: .seconds(10)) {
                try !site.get("/performance").text.contains("The database is away.")
            }
            #expect(isConfirmed)
            #expect(try Processes.responders(of: site.checkout) == responders)
            try await site.stop(.terminate)
            try await again.stop(.terminate)
        }

        @Test
        func `a database that is frozen in the middle of its work is given up, and taken up again`() async throws {
            let stack = try await Stack.start(in: Checkout())
            // Both responders watch it over connections that they hold, and wait five seconds.
            let isWatched = try await eventually(within: .seconds(5)) {
                try Processes.connectionCount(of: stack.checkout) >= 2
            }
            try #require(isWatched)
            let database = try Processes.database(of: stack.checkout)
            try Processes.freeze(database)
            let isGivenUp = try await eventually(within: .seconds(15)) {
                try stack.output.contains("the database did not answer in time")
            }
            let health = try stack.get("/health")
            let reads = try (1...4).map { _ in try stack.get("/reels/performance").status }
            try Processes.thaw(database)
            #expect(isGivenUp)
            #expect(health.text.contains(#""database":"unreachable""#))
            #expect(reads == [200, 200, 200, 200])
            let isBack = try await eventually(within: .seconds(5)) {
                try stack.get("/health").text.contains(#""status":"ok""#)
            }
            #expect(isBack)
            try await stack.stop(.terminate)
        }
    }
}
