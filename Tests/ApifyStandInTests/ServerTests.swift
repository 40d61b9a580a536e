import ApifyStandIn
import HTTPClient
import System
import Testing

struct ServerTests {
    @Test("its owner is called before anything is done, and again before anybody is told")
    func hooks() throws {
        let standIn = try ApifyStandIn.hosting(.small)
        let seen = Lock([String]())
        weak let owner = standIn
        standIn.plan.withLock { plan in
            plan.willAct = { exchange in
                seen.withLock { $0.append("\(exchange.ordinal) act \(owner?.startedRuns().count ?? -1)") }
            }
            plan.willAnswer = { exchange in
                seen.withLock { $0.append("\(exchange.ordinal) answer \(owner?.startedRuns().count ?? -1)") }
            }
        }
        _ = try Caller(standIn).start()
        #expect(seen.withLock { $0 } == ["1 act 0", "1 answer 1"])
    }

    @Test("what was asked is remembered, head and all")
    func exchanges() throws {
        let standIn = try ApifyStandIn.hosting(.small)
        let caller = Caller(standIn)
        let id = try #require(try caller.start("made~up", "?timeout=60").member("id"))
        _ = try caller.run(id)
        _ = try caller.run(id, "?waitForFinish=1")
        #expect(standIn.exchanges.map(\.operation) == [.startRun, .getRun, .getRun])
        #expect(standIn.exchanges.map(\.turn) == [1, 1, 2])
        #expect(standIn.exchanges.map(\.ordinal) == [1, 2, 3])
        #expect(standIn.exchanges.allSatisfy { $0.head.contains("Authorization: Bearer \(standIn.token)") })
        #expect(standIn.startedRuns().first?.query == ["timeout": "60"])
    }

    @Test("one connection serves many requests, with pages compressed and in chunks")
    func keepAlive() throws {
        let standIn = try ApifyStandIn.hosting(RunScript(.reels(250)))
        var client = try HTTPClient()
        let dataset = try #require(try Caller(standIn).start().member("defaultDatasetId"))
        let url = "\(standIn.url)/v2/datasets/\(dataset)/items"
        for _ in 0..<3 {
            let (head, body) = try client.send(HTTPRequest(.get, url, token: BearerToken(standIn.token)))
            #expect(head.header("Content-Encoding") == "gzip" && head.header("Transfer-Encoding") == "chunked")
            #expect(body.count > 50_000)
        }
        #expect(standIn.exchanges.map(\.connection) == [1, 2, 2, 2])
    }

    @Test("a client that leaves in the middle of an answer disturbs nobody")
    func leaving() throws {
        struct Enough: Error {}
        let standIn = try ApifyStandIn.hosting(.small, plan: Plan { $0.operation == .listItems ? .bomb : nil })
        let caller = Caller(standIn)
        let dataset = try #require(try caller.start().member("defaultDatasetId"))
        for _ in 0..<5 {
            var client = try HTTPClient()
            let url = "\(standIn.url)/v2/datasets/\(dataset)/items"
            #expect(throws: HTTPClientError.self) {
                try client.send(HTTPRequest(.get, url, token: BearerToken(standIn.token))) { _, _ in throw Enough() }
            }
        }
        #expect(try caller.start().status == 201)
    }

    @Test("requests that come at once are served at once, and counted")
    func atOnce() throws {
        let standIn = try ApifyStandIn.hosting(.small)
        let arrived = Lock(0)
        // Each waits until all have come.
        standIn.plan.withLock { plan in
            plan.willAct = { _ in
                arrived.withLock { $0 += 1 }
                _ = arrived.wait(for: .seconds(10)) { $0 == 8 ? true : nil }
            }
        }
        let threads = try (0..<8).map { _ in
            try Thread(name: "caller") { _ = try? Caller(standIn).start() }
        }
        threads.forEach { $0.join() }
        #expect(standIn.mostAtOnce == 8)
        #expect(standIn.startedRuns().count == 8)
    }

    @Test(
        "stopping ends what is held, delayed or stalled",
        arguments: [nil, Fault.delay(.seconds(600)), .stall(afterBytes: 5)])
    func stopping(fault: Fault?) throws {
        var script = RunScript.small
        script.runs = .time(.seconds(600))
        let arrived = Lock(false)
        let standIn = try ApifyStandIn.hosting(
            script,
            plan: Plan { exchange in
                guard exchange.operation == .getRun else { return nil }
                arrived.withLock { $0 = true }
                return fault
            })
        let id = try #require(try Caller(standIn).start().member("id"))
        let thread = try Thread(name: "caller") { _ = try? Caller(standIn).run(id, "?waitForFinish=60") }
        _ = arrived.wait { $0 ? true : nil }
        let begin = MonotonicClock.now()
        standIn.stop()
        #expect(thread.join(for: .seconds(5)))
        #expect(MonotonicClock.now() - begin < 5_000_000_000)
    }
}
