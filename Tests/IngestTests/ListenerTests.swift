import FoundationEssentials
import Ingest
import Postgres
import Reels
import RunRequests
import Storage
import System
import TestDatabase
import Testing

struct ListenerTests {
    @Test("a request queues a run and starts its process; the next one is told that one is at work")
    func acceptedThenBusy() throws {
        try withListener(hasCredentials: true, program: "/bin/sleep") { client, test in
            let answer = client.requestRun()
            guard case .accepted(let id) = answer else {
                Issue.record("\(answer)")
                return
            }
            let connection = try test.connect()
            #expect(try RunStore(schema: test.schema).run(id: id, connection)?.state == .queued)
            #expect(client.requestRun() == .busy(runID: id))
        }
    }

    @Test("a process that ends without closing its run leaves a failed one, not one that blocks for ever")
    func processDies() throws {
        try withListener(hasCredentials: true, program: "/bin/false") { client, test in
            guard case .accepted(let id) = client.requestRun() else {
                Issue.record("not accepted")
                return
            }
            let connection = try test.connect()
            var state = RunState.queued
            for _ in 0..<200 where state.isActive {
                state = try #require(try RunStore(schema: test.schema).run(id: id, connection)).state
                Thread.pause(for: .milliseconds(25))
            }
            #expect(state == .failed)
        }
    }

    @Test("without credentials for Apify nothing is started")
    func noCredentials() throws {
        try withListener(hasCredentials: false, program: "/bin/false") { client, test in
            #expect(client.requestRun() == .noCredentials)
            let connection = try test.connect()
            #expect(try RunStore(schema: test.schema).newest(limit: 1, connection).isEmpty)
        }
    }

    @Test(
        "the interval is kept from the start of the newest run from Apify, and only with credentials",
        arguments: [(true, Int64?.none, true), (true, 3_601, true), (true, 3_599, false), (false, nil, false)])
    func interval(hasCredentials: Bool, secondsAgo: Int64?, starts: Bool) throws {
        try TestDatabase.with { test in
            let connection = try test.connect()
            let runs = RunStore(schema: test.schema)
            if let secondsAgo {
                let start = Fixture.now.advanced(byMicroseconds: -secondsAgo * Microseconds.second)
                let journal = FeedJournal(schema: test.schema)
                let lease = Lease(host: "test", processID: 1)
                let id = try journal.open(
                    FeedJournal.Opening(
                        runID: SecureRandom.uuid(), feed: "default", actorID: "a", itemPlatform: nil, startedAt: start),
                    lease: lease, isGone: { _ in false }, connection)
                try journal.attemptStart(id, actorID: "a", at: start, lease: lease, connection)
                var run = try #require(try runs.run(id: id, connection))
                run.state = .empty
                run.finishedAt = Fixture.now
                try runs.finish(run, lease: lease, connection)
            }
            let started = Lock(0)
            let listener = Listener(
                database: test.database, schema: test.schema, feeds: hasCredentials ? [Fixture.feed()] : [],
                start: { work in
                    started.withLock { $0 += work == .due ? 1 : 100 }
                    return try ChildProcess(executable: "/bin/true", arguments: [])
                }, now: { Fixture.now }, report: { _ in })
            listener.keepInterval(resumesAtOnce: true)
            #expect(started.withLock { $0 } == (starts ? 1 : 0))
        }
    }

    @Test("where nobody listens the request is refused in words")
    func nobodyListens() {
        let answer = ListenClient(socketPath: "/nowhere/listen.sock").requestRun()
        #expect(answer == .refused(reason: "shortpulse-ingest listen cannot be reached; is it running?"))
    }

    private func withListener(
        hasCredentials: Bool, program: String, _ body: (ListenClient, TestDatabase) throws -> Void
    ) throws {
        try TestDatabase.with { test in
            let path = "/tmp/shortpulse-listen-\(test.schema.name)"
            let socket = try UnixSocket.listen(path: path)
            let children = Lock([ChildProcess]())
            let listener = Listener(
                database: test.database, schema: test.schema, feeds: hasCredentials ? [Fixture.feed()] : [],
                start: { _ in
                    let child = try ChildProcess(executable: program, arguments: ["600"])
                    children.withLock { $0.append(child) }
                    return child
                }, now: { Fixture.now }, report: { _ in })
            let isStopping = Lock(false)
            let thread = try Thread(name: "listener") { listener.serve(socket) { isStopping.withLock { $0 } } }
            defer {
                isStopping.withLock { $0 = true }
                while !thread.join(for: .milliseconds(50)) { thread.interrupt() }
                // Those that ended by themselves have nothing left to stop.
                for child in children.withLock({ $0 }) { try? child.send(.kill) }
                try? FileManager.default.removeItem(atPath: path)
            }
            try body(ListenClient(socketPath: path), test)
        }
    }
}
