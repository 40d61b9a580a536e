import RunningStack
import System
import Testing
import Trials

extension FaultTests {
    /// Responders that trap, freeze or die in the middle of an answer.
    @Suite
    struct ResponderFaultTests {
        @Test(arguments: ["ILL", "ABRT", "KILL"])
        func `a responder that is ended costs nobody an answer, is started again, and that is told`(signal: String)
            async throws
        {
            try await WatchedSite.with { site in
                let before = try Processes.responders(of: site.stack.checkout)
                try Processes.send(signal, [try #require(before.first)])
                for limit in 11...30 {
                    #expect(try site.stack.get("/reels/performance?limit=\(limit)").text.contains(site.feed.views(1)))
                }
                let isBack = try await eventually(within: .seconds(3)) {
                    let now = try Processes.responders(of: site.stack.checkout)
                    return now.count == 2 && now != before
                }
                #expect(isBack)
                let isTold = try await eventually(within: .seconds(3)) {
                    try site.stack.output.contains("ended by signal \(signal); starting it again")
                }
                #expect(isTold)
            }
        }

        @Test
        func `while a responder is frozen the other answers, and both do afterwards`() async throws {
            try await WatchedSite.with { site in
                let responders = try Processes.responders(of: site.stack.checkout)
                let frozen = Array(responders.prefix(1))
                try Processes.freeze(frozen)
                let statuses = try (11...16).map { try site.stack.get("/reels/performance?limit=\($0)").status }
                let health = try site.stack.get("/health").status
                try Processes.thaw(frozen)
                #expect(statuses == [200, 200, 200, 200, 200, 200] && health == 200)
                #expect(try await site.shows(site.feed.views(1)))
                #expect(try Processes.responders(of: site.stack.checkout) == responders)
            }
        }

        @Test
        func `a responder says that it goes on, and nothing more once it is frozen`() throws {
            let folder = try TemporaryFolder()
            let manager = try ServiceManagerSocket(path: "\(folder.path)/manager")
            let program = "\(Checkout.original)/.build/release/shortpulse-web"
            let responder = try ChildProcess(
                executable: "/usr/bin/spawn-fcgi", arguments: ["-n", "-s", "\(folder.path)/web.sock", "--", program],
                environment: [
                    "DATABASE_URL": "postgresql://\(folder.path)/none", "NOTIFY_SOCKET": manager.path,
                    "WATCHDOG_USEC": "200000",
                ])
            defer { _ = try? responder.wait() }
            #expect(manager.next(within: .seconds(10)) == "READY=1")
            for _ in 1...3 { #expect(manager.next(within: .seconds(2)) == "WATCHDOG=1") }
            try Processes.freeze([Int(responder.identifier)])
            while manager.next(within: .milliseconds(50)) != nil {}
            #expect(manager.next(within: .seconds(1)) == nil)
            try Processes.thaw([Int(responder.identifier)])
            #expect(manager.next(within: .seconds(2)) == "WATCHDOG=1")
            try responder.send(.terminate)
            #expect(try responder.wait() == .exited(0))
        }

        @Test
        func `an answer in whose middle a responder dies is not taken for a whole one`() async throws {
            try await WatchedSite.with { site in
                let whole = try site.stack.get("/reels/performance").body
                let connection = try UnixSocket.connect(path: site.socket, timeout: .seconds(10))
                try connection.write(Records.request("/reels/performance"))
                var answer = try connection.read(atMost: 64)
                #expect(String(decoding: answer, as: UTF8.self).contains("Status: 200"))
                try Processes.kill(try Processes.responders(of: site.stack.checkout))
                // What was in the socket already may come; the end of the request was not.
                while let more = try? connection.read(atMost: 1 << 16), !more.isEmpty { answer += more }
                #expect(!Records.isComplete(answer))
                #expect(try await site.shows(site.feed.views(1)))
                #expect(try site.stack.get("/reels/performance").body == whole)
            }
        }
    }
}
