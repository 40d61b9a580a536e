import ApifyStandIn
import System
import Testing

struct RunTests {
    @Test("a run goes on for as many questions as its script says, and then has ended")
    func questions() throws {
        var script = RunScript.small
        script.runs = .questions(2)
        script.ending = .failed
        let caller = Caller(try .hosting(script))
        let start = try caller.start()
        #expect(start.status == 201 && start.member("status") == "READY" && start.member("finishedAt") == "null")
        let id = try #require(start.member("id"))
        let statuses = try (1...4).map { _ in try caller.run(id).member("status") }
        #expect(statuses == ["RUNNING", "RUNNING", "FAILED", "FAILED"])
        #expect(try caller.run(id).member("exitCode") == "1")
    }

    @Test("by the clock, a question is held until the end, and no longer")
    func clock() throws {
        var script = RunScript.small
        script.runs = .time(.milliseconds(150))
        let caller = Caller(try .hosting(script))
        let begin = MonotonicClock.now()
        let id = try #require(try caller.start().member("id"))
        #expect(try caller.run(id, "?waitForFinish=60").member("status") == "SUCCEEDED")
        #expect((150_000_000..<30_000_000_000).contains(MonotonicClock.now() - begin))
    }

    @Test("a start can be held for the end, too")
    func heldStart() throws {
        var script = RunScript.small
        script.runs = .time(.milliseconds(20))
        let caller = Caller(try .hosting(script))
        #expect(try caller.start("made~up", "?waitForFinish=9").member("status") == "SUCCEEDED")
    }

    @Test("a run is not found at once, and not listed at once, where its script says so")
    func lateToAppear() throws {
        var script = RunScript.small
        script.appears = .questions(1)
        script.listed = .questions(1)
        let caller = Caller(try .hosting(script))
        let id = try #require(try caller.start().member("id"))
        #expect(try (1...2).map { _ in try caller.run(id).status } == [404, 200])
        let totals = try (1...2).map { _ in try caller.get("/v2/acts/made~up/runs").member("total") }
        #expect(totals == ["0", "1"])
    }

    @Test("the cost is known only once it has settled", arguments: [0, nil])
    func cost(unsettled: Double?) throws {
        var script = RunScript.small
        script.runs = .questions(1)
        script.settles = .questions(1)
        script.cost = 0.75
        script.unsettledCost = unsettled
        let caller = Caller(try .hosting(script))
        let id = try #require(try caller.start().member("id"))
        let costs = try (1...3).map { _ in try caller.run(id).member("usageTotalUsd") }
        let before = unsettled.map { "\($0)" } ?? "null"
        #expect(costs == [before, before, "0.75"])
    }

    @Test("aborting ends a run that goes on, and changes none that has ended")
    func abort() throws {
        var script = RunScript.small
        script.runs = .questions(9)
        let caller = Caller(try .hosting(script))
        let id = try #require(try caller.start().member("id"))
        #expect(try caller.post("/v2/actor-runs/\(id)/abort?gracefully=true").member("status") == "ABORTING")
        let ended = try caller.run(id)
        #expect(ended.member("status") == "ABORTED" && ended.member("finishedAt") != "null")
        #expect(try caller.post("/v2/actor-runs/\(id)/abort").text == ended.text)
    }

    @Test("a list has the actor's own runs, from the first or from the last, page by page")
    func list() throws {
        let standIn = try ApifyStandIn.hosting(.small)
        standIn.host("other", .small)
        let caller = Caller(standIn)
        let ids = try (1...3).map { _ in try caller.start().member("id") }
        _ = try caller.start("other")
        let newest = try caller.get("/v2/actors/made~up/runs?desc=true&limit=1&offset=1")
        #expect(newest.member("total") == "3" && newest.member("count") == "1" && newest.member("id") == ids[1])
        #expect(try caller.get("/v2/actors/made~up/runs").member("id") == ids[0])
        #expect(standIn.startedRuns(of: "made~up").map(\.id) == ids)
        #expect(standIn.startedRuns().count == 4)
    }

    @Test("each run of an actor can have a script of its own, and an end at a fixed time")
    func ordinals() throws {
        let standIn = try ApifyStandIn()
        standIn.host("made~up") { ordinal in
            var script = RunScript.small
            script.ending = ordinal == 1 ? .timedOut : .succeeded
            script.finishedAt = "2026-06-12T00:00:00.000Z"
            return script
        }
        let caller = Caller(standIn)
        let ends = try (1...2).map { _ in try caller.run(caller.start().member("id") ?? "") }
        #expect(ends.map { $0.member("status") } == ["TIMED-OUT", "SUCCEEDED"])
        #expect(ends[0].text.contains(#""finishedAt":"2026-06-12T00:00:00.000Z""#))
    }
}
